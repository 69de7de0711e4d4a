import type { Text } from './text/en.ts'

export const predictions: Text['predictions'] = {
  keep: {
    question: '把 {:a} 调到 0.99，滑动均值会更早稳定、更晚稳定，还是一样快？',
    options: [
      {
        label: '更早稳定',
        right: false,
        feedback:
          '你把 {:a} 当成了 PyTorch 的 momentum，也就是新值的权重。这里的 {:a} 是旧值的权重。',
      },
      {
        label: '更晚稳定',
        right: true,
        feedback: '每来一批，旧值留下的更多，初值也一样。',
      },
      {
        label: '一样快',
        right: false,
        feedback: '最后停在哪里与 {:a} 无关，要多久才到却有关。每来一批，初值的权重就乘一次 {:a}。',
      },
    ],
    deed: '把 {:a} 调到 0.99。',
    why: '经过 t 批，初值的权重是 a 的 t 次方。{:a} 为 0.9 时，44 批就降到 1%；0.99 时要 459 批：记忆的长度大约是原来的十倍。',
  },
  lag: {
    question: '总体在漂移。把 {:a} 调大，滑动均值离总体会……',
    options: [
      {
        label: '更近',
        right: false,
        feedback: '{:a} 更大，平均值更稳，但并不更新：混进了更多以前的批次，那时总体还在别处。',
      },
      {
        label: '落后更多',
        right: true,
        feedback: '记忆越长，也就越旧。',
      },
      {
        label: '落后一样多',
        right: false,
        feedback: '漂移没有变，可是记住的各批平均“年龄”随 {:a} 变大了。',
      },
    ],
    deed: '把 {:a} 调大，到 0.98 或更高。',
    why: '平均值里的各批，平均是 {:a} / (1 − {:a}) 批以前的：{:a} 为 0.95 时是 19 批，0.98 时是 49 批。这段时间里总体又移动了同样多步。不过这说的是初值淡去之后：批次还少的时候，初值剩下的权重会让距离更大或更小。',
  },
  alone: {
    question: '只有测试样本自己，一批就一个。把它往上拖，它的 {:xhat} 会……',
    options: [
      {
        label: '变大',
        right: false,
        feedback: '用记住的统计量才会。只有它自己时，减去的均值就是它本身，跟着一起走了。',
      },
      {
        label: '停在 0',
        right: true,
        feedback: '不管它是多少，{:x} 减去自己都是 0。',
      },
      {
        label: '没有值',
        right: false,
        feedback: '方差是 0，但有 {:epsilon} 在，除法照样能做：0 除以一个很小的数，还是 0。',
      },
    ],
    deed: '把测试样本往上或往下拖。',
    why: '一批只有一个样本时，均值是它自己，方差是 0，所以任何输入都得 0，这一层只剩下平移。网络在使用时需要记住的统计量，就是这个缘故。训练时遇到这样的一批，PyTorch 会报错；Keras 和 Flax 则一声不响地照算。',
  },
}

export const challenges: Text['challenges'] = {
  settle: {
    goal: '让滑动均值在 10 批之内稳定下来。',
    hint: '十个 {:a} 相乘，要不超过 0.01。',
    done: '0.63 的十次方是 0.0098。记忆这么短，就不稳了：看看那条色带。',
  },
  half: {
    goal: '60 批之后，让初值仍占一半权重。',
    hint: '初值的权重写在图的下方。六十个 {:a} 相乘要等于一半，{:a} 比 0.99 略小。',
    done: '大约是 0.9885：这份记忆的“半衰期”是 60 批。',
  },
  gap: {
    goal: '保持 {:a} 不低于 0.9，让最近 20 批里两种 {:xhat} 的平均差距小于 0.1。',
    hint: '滑动统计量早已稳定，问题不在它：是每一批太小了。',
    done: '记忆够长的时候，只有批量够大，训练时和使用时的结果才几乎一样。',
  },
}
