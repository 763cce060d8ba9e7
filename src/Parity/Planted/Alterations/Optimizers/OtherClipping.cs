using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Planted;

/// <summary>Clips gradients by norm as other systems do.</summary>
sealed class OtherClipping(IBackend right, OtherClipping.Way way) : AlteredBackend(right)
{
    public enum Way
    {
        EachTensor,
        NoMargin,
        AlwaysToBound,
    }

    public override IOptimizer<T> Optimizer<T>(OptimizerSpec spec) => spec is ClipGradNorm clip
        ? new Of<T>(clip, Right.Optimizer<T>(clip.Optimizer), way) : Right.Optimizer<T>(spec);

    sealed class Of<T>(ClipGradNorm spec, IOptimizer<T> inner, Way way) : IOptimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public OptimizerSpec Spec => spec;

        public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
        {
            spec.Check(state, gradients, learningRate);
            return inner.Update(state, [.. gradients.Select(g => Clipped(g, way == Way.EachTensor ? [g] : gradients))], learningRate);
        }

        public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null) =>
            Update(state, gradients, learningRate);

        Tensor<T> Clipped(Tensor<T> gradient, IReadOnlyList<Tensor<T>> all)
        {
            double[] sizes = [.. all.SelectMany(g => g.Flat().ToArray()).Select(x => Math.Abs(double.CreateChecked(x)))];
            double norm = double.IsInfinity(spec.NormType) ? sizes.Append(0).Max()
                : Math.Pow(sizes.Sum(x => Math.Pow(x, spec.NormType)), 1 / spec.NormType);
            double factor = spec.MaxNorm / (way == Way.NoMargin ? norm : norm + spec.Epsilon);
            if (way != Way.AlwaysToBound)
                factor = Math.Min(1, factor);
            return Tensor.Create(Array.ConvertAll(gradient.Flat().ToArray(), x => T.CreateTruncating(double.CreateChecked(x) * factor)),
                gradient.Lengths);
        }
    }
}
