import type { Widened } from '../../../src/exhibit/widened.ts'
import type { challenges as c, predictions as p } from './betsEn.ts'

export const predictions: Widened<typeof p> = {
  one: {
    question: '如果只有第 7 个样本计入损失，8 个 {:x} 中有几个得到梯度？',
    options: [
      {
        label: '只有 {:x}₇',
        right: false,
        feedback:
          '各个样本互不相干的层才是这样。这里别的样本都在 {:mu} 和 {:variance} 里面，而第 7 个样本的 {:xhat} 要用到它们。',
      },
      {
        label: '其中几个',
        right: false,
        feedback:
          '一批样本里没有远近之分：每个样本在 {:mu} 里的份量都一样，{:variance} 也把每个样本都算在内。',
      },
      {
        label: '全部 8 个',
        right: true,
        feedback: '每个 {:x} 都参与计算 {:mu} 和 {:variance}，所以每个 {:x} 都会牵动第 7 个样本。',
      },
    ],
    deed: '在“计入损失”里选“只有第 7 个样本”。',
    why: '第 7 个样本的 {:xhat} 是 {:x} 减去 {:mu}，再除以 {:sigma}。动一动别的任何一个 {:x}，{:mu} 和 {:sigma} 就跟着变，这个 {:xhat} 和损失也就变了。所以 8 个样本都有梯度，其中 7 个的梯度全是这样来的。',
  },
  scale: {
    question: '把 {:W} 放大到 10 倍，梯度 {:partial}{:L}/\u2060{:partial}{:x} 会……',
    options: [
      {
        label: '变成 10 倍',
        right: false,
        feedback: '没有归一化时才是这样。这里 {:sigma} 也变成了 10 倍，而梯度要除以它。',
      },
      {
        label: '不变',
        right: false,
        feedback:
          '不变的是损失，因为 {:xhat} 没变。但 {:x} 同样的改变量，现在只相当于原来十分之一个 {:sigma}，作用也只有十分之一。',
      },
      {
        label: '变成十分之一',
        right: true,
        feedback: '三条路都要除以 {:sigma}，而 {:sigma} 变成了 10 倍。',
      },
    ],
    deed: '把“权重 W 的倍数”调到现在的 10 倍。',
    why: '{:xhat} 与放大倍数无关，损失也就与它无关。{:W} 整体放大时损失不变，说明沿着 {:W} 的方向没有梯度；垂直于它的梯度则随 {:W} 变大而变小：权重越大，自然就学得越慢。所以这样的层对学习率不那么敏感。',
  },
}

export const challenges: Widened<typeof c> = {
  nothing: {
    goal: '让每个 {:partial}{:L}/\u2060{:partial}{:x} 都等于 0，而 {:partial}{:L}/\u2060{:partial}{:xhat} 都不为 0。',
    hint: '在“整个批次”里，把各点拖到一条直线上：{:mu} 拿走它的高度，{:variance} 拿走它的斜率。',
    done: '要整批数据一起平移或一起伸缩的梯度是白费力气：归一化把这两样都抵消了。',
  },
  inert: {
    goal: '在“计算图”里找出一个怎么拖都不起作用的滑块。',
    hint: '给 8 个 {:x} 加上同一个数，{:mu} 也就加上了这个数。',
    done: '偏置随 {:x} 进来，又随 {:mu} 减掉。它的梯度是 Σ {:partial}{:L}/\u2060{:partial}{:x} = 0，它的活由 {:beta} 来干。',
  },
  tenfold: {
    goal: '让梯度变成 10 倍，损失不变。',
    hint: '三条路都要除以 {:sigma}。让 {:sigma} 变小，而 {:xhat} 不变。',
    done: '权重缩小到十分之一：{:xhat} 一样，损失一样，梯度是 10 倍。',
  },
}
