import { card } from '../card.ts'
import type { Text } from './en.ts'
import { presetNotes } from './notesZh.ts'

export const zh: Text = {
  title: card.title.zh,
  question: '{:gamma} 和 {:beta} 还给了网络什么？',
  prose: [
    '归一化抹去了数据原来的[位置](mu)和[离散程度](variance)，两个可学习的参数又把它们还了回来。{:gamma} = {gamma} 的绝对值 |{:gamma}| 决定散得多开，{:beta} = {beta} 决定落在哪里，也就决定了多少样本饱和。饱和是指落在 {f} 的平坦区（斜率不到最大斜率的十分之一），那里几乎没有梯度传回来。饱和的比例：{:y} 为 {shareY}，{:xhat} 为 {shareXHat}，原来的 {:x} 为 {shareX}。',
    '令 {:gamma} = {:sigma} = {sigma}、{:beta} = {:mu} = {mu}，这一层就会把 {:x} 原样还回来，但只限于算出 {:sigma} 和 {:mu} 的这一批。现在 {:y} 与 {:x} 的均方根差在这一批是 {rms}；{:gamma}、{:beta} 不变，换成下一批则是 {nextRms}。',
    '每个点是一张手写数字图片在同一个神经元上的取值，一批共 {m} 张。网络很小：这一层有 {units} 个神经元，训练了 {trained} 步。初始权重特意取得很大（平常的 {wide} 倍），这个神经元和最初的那一批图片也是挑出来的；在现在这一批上，{units} 个神经元里有 {far} 个的均值超出 ±2。神经元落进曲线的平坦区，往往就是因为权重太大。点按分组叠放，画在每组的中央；连线和箭头则是精确的。',
  ],
  takeaway:
    '归一化让每个神经元都有相同的位置和离散程度；{:gamma} 和 {:beta} 让网络重新选择它们，而且只用两个独立的参数，不再受前面所有权重的牵连。它们可以让某一批原样恢复，却不能让每一批都恢复。',
  predictions: {
    zero: {
      question: '先猜再拖：把 {:gamma} 调到 0，所有的 {:y} 会变成多少？',
      options: [
        {
          label: '0',
          right: false,
          feedback:
            '你忘了平移：{:gamma} 抹掉的只是 {:xhat}，{:beta} 照样要加上。0\u00a0·\u00a0{:xhat}\u00a0+\u00a0{:beta}\u00a0=\u00a0{:beta}。',
        },
        {
          label: '{:beta}',
          right: true,
          feedback: '所有样本都变成同一个数，输入的信息一点也没留下。',
        },
        {
          label: '{:xhat}',
          right: false,
          feedback: '那是 {:gamma} = 1、{:beta} = 0 的情形。乘 1 保持不变，乘 0 才是全部抹掉。',
        },
      ],
      deed: '把 {:gamma} 调到 0：用滑块，或者把它的箭头收拢。',
      why: '在 {:y} = {:gamma} {:xhat} + {:beta} 中，样本只出现在 {:gamma} 旁边。{:gamma} = 0 时，不管看到什么，神经元都只输出 {:beta}，等于被关掉了。',
    },
    negative: {
      question: '把 {:gamma} 变成正数，大小不变，{:y} 的标准差会……',
      options: [
        {
          label: '变号',
          right: false,
          feedback: '标准差不可能是负数。{:gamma} 的符号只管翻转，绝对值才管伸缩。',
        },
        {
          label: '不变',
          right: true,
          feedback: '符号管翻转，绝对值管伸缩。',
        },
        {
          label: '变大',
          right: false,
          feedback:
            '从负的 {:gamma} 到正的 {:gamma} 要经过 0：标准差先缩小到零，再回到原来的大小。',
        },
      ],
      deed: '把 {:gamma} 的一端拖过另一端，直到箭头和原来一样长。',
      why: '{:y} 的方差等于 {:gamma}² 乘以 {:xhat} 的方差，平方之后符号就消失了。{:gamma} 为负时，图中所有的线交于一点：最大的 {:xhat} 变成了最小的 {:y}。',
    },
    next: {
      question:
        '{:gamma} = {:sigma}、{:beta} = {:mu} 时，这一批原样恢复。{:gamma}、{:beta} 不变，下一批呢？',
      options: [
        {
          label: '也完全恢复',
          right: false,
          feedback:
            '你把 {:mu} 和 {:sigma} 当成了常数。它们每一批都要重新计算，而 {:gamma}、{:beta} 保持不变。',
        },
        {
          label: '只能大致恢复',
          right: true,
          feedback: '下一批用的是它自己的 {:mu} 和 {:sigma}。',
        },
        {
          label: '面目全非',
          right: false,
          feedback: '下一批取自同一个数据集，{:mu} 和 {:sigma} 相差不大，只是不相等。',
        },
      ],
      deed: '点“换下一批”。',
      why: '这一层减去的是当前这一批的 {:mu}，加上的却是所有小批量共用的 {:beta}；只有这一批的 {:mu} 恰好等于 {:beta}，两者才会抵消。图中的蓝线就离开了箭头。',
    },
  },
  challenges: {
    back: {
      goal: '亲手把 {:x} 变回来：让两个箭头对准色带。',
      hint: '{:beta} 的箭头要指到蓝线上，{:gamma} 的两端要对准色带的两边。',
      done: '{:gamma} ≈ {:sigma}、{:beta} ≈ {:mu}：对这一批来说，这一层几乎等于什么也没做。',
    },
    half: {
      goal: '让这一批恰好有一半样本饱和。',
      hint: '先把 {:beta} 移到一块灰色区域的边上，再一点一点地调。',
      done: '曲线平坦的地方几乎不再把梯度传回去：这里有一半样本如此。',
    },
    mirror: {
      goal: '让 {:y} 成为 {:xhat} 的镜像。',
      hint: '大小不变，左右对调：把 {:gamma} 的一端拖过另一端。',
      done: '{:gamma} = −1 就是镜像，{:beta} 只是移动了镜子。',
    },
  },
  labels: {
    gamma: '缩放 {:gamma}',
    beta: '平移 {:beta}',
    activation: '激活函数',
    batch: '第几个小批量',
    target: '学习目标',
    rate: '学习率 {:eta}',
  },
  choices: {
    activation: { sigmoid: 'sigmoid', tanh: 'tanh', relu: 'ReLU' },
    target: { x: '原来的 {:x}', standard: '归一化的 {:xhat}' },
  },
  help: {
    gamma: '把这一批拉开或压紧；负数使它左右翻转，0 把它全部抹掉。',
    beta: '把整批一起移动。',
    activation: '接在这一层后面的函数。斜率不到最大斜率的十分之一，就算平坦。',
    batch: '训练图片按固定的随机顺序排好，切成一个个小批量。',
    target: '点“学习”时让 {:y} 接近什么：{:x} 本身，还是 {:xhat}（均值 0、方差 1）。',
    rate: '每一步走梯度的多少倍。大于 1 时，每一步都会走过头。{:y} 已经等于目标时，没有什么可学的了。',
  },
  presetNotes,
  presets: {
    default: '落在曲线坡上的一批',
    identity: '{:gamma} = 1、{:beta} = 0：{:y} 就是 {:xhat}',
    giveBack: '{:gamma} = {:sigma}、{:beta} = {:mu}：变回 {:x}',
    negative: '{:gamma} 为负：左右翻转',
    zero: '{:gamma} = 0：全部抹掉',
    dead: '从不激活的 ReLU',
  },
  notes: {
    gap: '即 var({:xhat}) ({:gamma} − {:sigma})：箭头与色带之差',
    gapStandard: '即 var({:xhat}) ({:gamma} − 1)：箭头与 {:xhat} 之差',
  },
  stages: [],
  play: '学习',
  describe:
    '当 γ = {gamma}、β = {beta} 时，y 的均值为 {mean}，标准差为 {sd}；经过 {f} 后，{m} 个样本中有 {k} 个饱和。',
  columns: {
    sample: '样本',
    x: '原来的 x',
    xHat: '归一化后的 x̂',
    y: '输出 y',
    activated: 'f(y)',
    saturated: '是否饱和',
  },
  actions: {
    means:
      '令 {:gamma} = {:sigma}、{:beta} = {:mu}，{:y} 就变回 {:x}，仅限这一批。现在的均方根差：{rms}。',
    isBack: '{:y} 变回了 {:x}：均方根差 {rms}，只是舍入误差。',
    giveBack: '变回 {:x}',
    nextBatch: '换下一批',
    previousBatch: '换上一批',
  },
  plot: {
    normalized: '归一化',
    output: '输出',
    activated: '激活后',
    mean: '均值',
    sd: '标准差',
    sdOne: '标准差 1',
    rms: ['与 {:x} 的', '均方根差'],
    affine: '× {:gamma} + {:beta}',
    image: '第 {i} 张图',
    digit: '数字 {label}',
    saturated: '饱和',
    saturatedX: '{:x} 饱和',
    was: '原来的 {:x}',
    flat: '饱和区：斜率不到最大值的 1/10',
    flatLines: ['饱和区：斜率', '不到最大值的 1/10'],
    flatShort: '饱和区',
    count: '{m} 个中 {k} 个饱和',
    countShort: '{k} / {m}',
    yes: '是',
    no: '否',
    sample: '样本',
    sampleValue: '样本 {i}：x̂ 为 {xHat}，y 为 {y}',
    gammaHandle: '缩放 γ 的箭头',
    betaHandle: '平移 β 的箭头',
  },
}
