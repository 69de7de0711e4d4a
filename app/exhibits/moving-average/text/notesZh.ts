import type { presetNotes as english } from './notesEn.ts'

export const presetNotes: Readonly<Record<keyof typeof english, string>> = {
  default:
    'PyTorch 的 momentum 是 0.1，也就是 {:a} = 0.9。初值 0 的权重在 44 批之后降到 1%；光是最近一批就占 10%。',
  keras: 'Keras 的 0.99 记得很久：60 批之后，初值 0 还占 55% 的权重，测试样本的结果也就大得离谱。',
  onnx: '均值的轨迹和 PyTorch 一样。滑动方差却趋于总体方差的 7/8，因为平均的是 8 个样本的有偏方差。',
  flax: '和 Keras 只差在 {:epsilon} 上，只有它的百分之一；和方差相比都微不足道，{:xhat} 几乎不变。',
  swapped:
    '有人把 PyTorch 的 momentum=0.1 照抄到 Keras 里：{:a} 成了 0.1，记住的有 90% 是最近一批。',
  start: '一批都还没来。不管数据是什么，各个框架都从均值 0、方差 1 开始。',
  corrected:
    '同样是 {:a} = 0.99，滑动均值几批之后就到了总体附近：初值不占权重。开头的色带很宽，因为还没有几批。',
  drift: '滑动均值跟在总体后面，落后 {:a} / (1 − {:a}) = 19 步漂移，差不多是 1。',
  large: '样本是原来的 16 倍，批均值的起伏只有原来的四分之一，两种归一化的结果几乎一致。',
  long: '{:a} = 0.999 时，要 4,603 批之后初值的权重才降到 1%。许多短的训练还没到那时就结束了。',
}
