import type { presetNotes as english } from './notesEn.ts'

export const presetNotes: Readonly<Record<keyof typeof english, string>> = {
  default: '每条线都平移同一个 {:mu}，再按同一个 {:sigma} 收拢：间距变小了，先后次序不变。',
  worked:
    '在纸上算一算：{:mu} = 3，{:variance} = 3.5，所以 6 变成 3 ÷ √3.5 = 1.604，再算 2 × 1.604 + 1 = 4.21。',
  squeeze:
    '只因为一个样本跑到 30，{:sigma} 就从 1.61 变成 5.56：其余 23 个 {:xhat} 全挤在 −0.65 到 0.65 之间。',
  outlier: '二十多个数里有一个 21.57，{:sigma} 就到了 4.57。去掉这个样本，看看其余的点能散开多少。',
  grades: '每个数都等于 {:mu} = 60，所以 {:xhat} 全是 0；多亏有 {:epsilon}，才没有出现 0 ÷ 0。',
  batchOfOne:
    '只有一个样本时，它自己就是均值。拖动它：无论它是多少，{:xhat} 总是 0，{:y} 总是 {:beta}。',
  farFromZero: '就是手算的那个例子，每个数加上十万：{:mu} 大了十万，{:xhat} 和 {:y} 一点没变。',
  epsilonMatters:
    '{:epsilon} = 3 比 {:variance} = 2.59 还大，做除法时也算在内：{:xhat} 的方差只有 0.46，不到 1。',
  skewed: '右边的长尾还在：偏度之前是 1.73，之后还是 1.73。归一化只会平移和伸缩。',
  relu: 'ReLU 把 24 个值中的 14 个变成了 0。它们始终在一起：全都变成 −0.65，是最小的 {:xhat}。',
  matrix:
    '每一列用自己的 {:mu} 和 {:variance}：这 16 个神经元原来相差再多，归一化之后都有同样的均值和方差。',
  million:
    '之前，256 个神经元的均值从 −2.67 到 2.12；之后全是 0。缩放或平移 {:x} 试试：{:xhat} 不动。',
}
