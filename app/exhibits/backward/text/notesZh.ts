import type { presetNotes as english } from './notesEn.ts'

export const presetNotes: Readonly<Record<keyof typeof english, string>> = {
  default:
    '只看自己，第 7 个样本应得 0.094。经过 {:mu} 和 {:variance}，整批样本又加上 −0.055 和 −0.085，最后得到的是 −0.046：方向反了。',
  onlySeven:
    '8 个 {:xhat} 中有 7 个从损失那里什么也得不到，可是每个 {:x} 都有梯度。第 3 个样本的是 −0.0017，全部是经过 {:mu} 和 {:variance} 来的。',
  wholeBatch:
    '[水平线](mu)是各点的平均值 0.055；[斜线](variance)绕着它倾斜，{:xhat} 每增加 1 就升高 0.063。只有各点到斜线的那一小段留给 {:x}。',
  equal:
    '8 个样本的直接梯度全都一样，都是 0.1398。{:mu} 全部拿走，什么也传不到 {:x}：整批一起移动，本来就不会改变什么。',
  small: '损失还是 0.6331，每个梯度却都变成了 10 倍：第 7 个样本的是 −0.464。',
  epsilonBreaks:
    '方差 0.00005 比 {:epsilon} = 0.001 还小。于是 {:xhat} 缩小了，损失从 0.6331 变到 0.7769，梯度变成 31.3 倍，而不是 100 倍；它与权重夹角的余弦是 0.22，不再是 0。',
  bias: '8 个 {:x} 都大了 3，{:mu} 也大了 3，现在是 3.50。别的都没变：{:xhat}、损失和所有梯度都和原来一样。',
  outlier:
    '只因一个样本在 6，{:sigma} 就从 0.72 变成 1.96，而所有的梯度都要除以它。它自己的 {:xhat} 几乎到了极限，所以 0.175 里只留下 0.012。',
  same: '方差是 0：{:epsilon} = 0 时每个 {:xhat} 都会是 0 / 0，所以改用了另一个 {:epsilon}。{:beta} 也是 0，于是每个 {:gamma} {:xhat} + {:beta} 都落在 ReLU 的拐点上，那里没有导数可以验证。',
}
