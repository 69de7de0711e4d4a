import type { Text } from './text/en.ts'

export const predictions: Text['predictions'] = {
  rails: {
    question: '把最右边的点拖到很远的右边，{:xhat} 轴上其余的点会……',
    options: [
      {
        label: '散开',
        right: false,
        feedback:
          '你以为远处的点会把别的点推开。恰恰相反：它让 {:variance} 变大，而每段距离都要除以 {:variance} 的平方根。',
      },
      {
        label: '不动',
        right: false,
        feedback:
          '你以为每个样本只管自己。可是 {:mu} 和 {:variance} 属于整个小批量：动一个样本，就等于给所有样本换了一把尺子。',
      },
      {
        label: '挤到一起',
        right: true,
        feedback: '一个很远的值让 {:variance} 变大，而每个点的距离都要除以它的平方根。',
      },
    ],
    deed: '把最右边的点拖到很远的右边，拖过轴的尽头。',
    why: '远处的点拉走了 {:mu}，撑大了 {:variance}，其余的点于是几乎没有差别：它们都趋于 −1/√({:m} − 1)，而远处的点趋于 √({:m} − 1)。一个离群值就能让整批样本失声。',
  },
  matrix: {
    question: '从小批量里拿走一个样本（{:x} 少一行），{:xhat} 的其余各行有几行会变？',
    options: [
      {
        label: '都不变',
        right: false,
        feedback: '那是层归一化：每一行各算各的。这里是每一列各算各的。',
      },
      {
        label: '几行',
        right: false,
        feedback:
          '行与行之间没有远近之分：每一行对每一列的 {:mu} 和 {:variance} 都有同样大的影响。',
      },
      {
        label: '所有行',
        right: true,
        feedback: '每一列都有了新的 {:mu} 和 {:variance}，而所有行都用它们来衡量。',
      },
    ],
    deed: '点“去掉第……个样本”。',
    why: '在批量归一化的层里，一个样本的结果取决于和它同一批的其他样本。所以同一个网络在训练时和使用时的回答可能不同：使用时，它改用记下来的统计量。',
  },
  histogram: {
    question: '把一批拖着长尾巴的数据归一化，{:xhat} 会是……',
    options: [
      {
        label: '钟形',
        right: false,
        feedback:
          '“归一化”的英文 normalize 听起来像“变成正态分布”。但减一个数、再除以一个数，只能平移和伸缩，不能弯曲。',
      },
      {
        label: '一样偏',
        right: true,
        feedback: '只是平移和伸缩，别的什么都没变：尾巴还在。',
      },
      {
        label: '均匀',
        right: false,
        feedback: '那是按名次排列，才会让间隔处处相等。这里所有间隔都按同一个倍数变化。',
      },
    ],
    deed: '在“数据”里选“偏态”。',
    why: '{:xhat} 是 {:x} 的一次函数。一次函数不改变样本的次序，不改变间隔之比，因此也不改变偏度。偏度是 {:xhat}³ 的均值：左右对称时为 0，右边拖着长尾巴时为正。比一比图下面的两个偏度。',
  },
  million: {
    question: '把每个 {:x} 都乘以 10，{:xhat} 的图会……',
    options: [
      {
        label: '变宽',
        right: false,
        feedback: '{:x} 确实宽了 10 倍，但 {:sigma} 也大了 10 倍，而前者要除以后者。',
      },
      {
        label: '不变',
        right: true,
        feedback: '分子和分母里都有这个 10，正好约掉。',
      },
      {
        label: '变窄',
        right: false,
        feedback: '只看除以更大的 {:sigma}，是会变窄；但被除的数也大了同样的倍数。',
      },
    ],
    deed: '把“输入 {:x} 放大”调到 10。',
    why: '(10{:x} − 10{:mu}) / (10{:sigma}) 和原来一样，只差在 {:epsilon} 上。所以批量归一化前面那一层的权重不管多大，都不影响它的输出。',
  },
  one: {
    question: '这一批只有一个样本。把它拖到很远的右边，它的 {:xhat} 会……',
    options: [
      {
        label: '跟着走',
        right: false,
        feedback: '{:xhat} 是从 {:mu} 量起的；只有一个样本时，{:mu} 就是它自己，也跟着走了。',
      },
      {
        label: '停在 0',
        right: true,
        feedback: '不管样本在哪里，{:x} − {:mu} 都是 0。',
      },
      {
        label: '变成 1',
        right: false,
        feedback: '那要有离散程度可以除。一个样本没有离散程度：{:variance} 是 0。',
      },
    ],
    deed: '把这个点拖到很远的右边。',
    why: '一个样本的均值就是它自己，所以什么也没留下：不管神经元看到什么，{:y} 都是 {:beta}。如果每个小批量只有一个样本，全连接层就没法隔着批量归一化学到东西。',
  },
}

export const challenges: Text['challenges'] = {
  variance4: {
    goal: '让 {:variance} 恰好等于 4。',
    hint: '{:variance} = 4 就是 {:sigma} = 2。拖动色带的右边缘，直到 {:sigma} 显示 2.00。',
    done: '{:variance} = 4 时 {:sigma} 就是 2：只要 {:epsilon} 很小，从 {:x} 到 {:xhat}，每段距离都减半。',
  },
  beyond3: {
    goal: '用样本尽可能少的小批量，让某个 {:xhat} 超过 3。',
    hint: '把一个样本拖到极远处。{:xhat} 不可能超过 √({:m} − 1)：批量大小至少是多少，它才大于 3？',
    done: '最少要 11 个样本：√10 约为 3.16；只有 10 个时，√9 正好是 3，超不过去。',
  },
  epsilon: {
    goal: '调大 {:epsilon}，使 {:xhat} 的方差低于 0.5。',
    hint: '{:xhat} 的方差等于 {:variance} / ({:variance} + {:epsilon})。',
    done: '一旦 {:epsilon} 比 {:variance} 还大，除数就主要由它决定。平时它只是用来防止除以 0。',
  },
}
