import type { presetNotes as english } from './notesEn.ts'

export const presetNotes: Readonly<Record<keyof typeof english, string>> = {
  default:
    '{:gamma} = 1.60、{:beta} = 2.00 时，32 个样本中有 5 个落在 sigmoid 的平坦区；换成 {:x} 本身，会有 11 个。',
  identity:
    '{:gamma} 和 {:beta} 什么也没改：{:y} 就是 {:xhat}，围绕着 0，落在曲线最陡的一段，没有一个样本饱和。',
  giveBack: '两个箭头都对准了色带，{:y} 又变回了 {:x}。点“换下一批”：箭头不变，{:y} 就差了 0.61。',
  negative: '所有的线交于一点：最大的变成了最小的。标准差等于 |{:gamma}|，而不是 {:gamma}。',
  zero: '32 个样本全变成了同一个数 {:beta}：它们之间的差别没有了，后面的层再也找不回来。',
  dead: '{:y} 全都小于 0，ReLU 对 32 个样本都输出 0；那里又是平的，梯度也就传不回来。',
}
