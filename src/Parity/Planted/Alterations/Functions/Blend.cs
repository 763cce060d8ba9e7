using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Parity.Planted;

/// <summary>A weighted sum of what the right backend gives for several specs.</summary>
/// <param name="right">The backend.</param>
/// <param name="parts">For a spec the weights and the specs; null where it is right as it is.</param>
sealed class Blend(IBackend right, Func<LossSpec, (double Weight, LossSpec Spec)[]?> parts) : AlteredBackend(right)
{
    public override ILoss<T> Loss<T>(LossSpec spec) => parts(spec) is { } blended
        ? new Of<T>(spec, [.. blended.Select(part => (T.CreateTruncating(part.Weight), Right.Loss<T>(part.Spec)))])
        : Right.Loss<T>(spec);

    sealed class Of<T>(LossSpec spec, (T Weight, ILoss<T> Loss)[] parts) : ILoss<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public LossSpec Spec => spec;

        public Tensor<T> Value(Operands<T> operands) => Mixture.Sum(parts.Select(part => (part.Weight, part.Loss.Value(operands))));

        public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null) =>
            Mixture.Of([.. parts.Select(part => (part.Weight, part.Loss.Evaluate(operands, gradients, cotangent)))]);

        public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient) => throw new NotSupportedException();
    }
}
