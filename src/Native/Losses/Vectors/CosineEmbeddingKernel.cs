using System.Numerics;
using ParityNet.Losses;
using ParityNet.Native.Losses.Distances;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary><c>1 − cos</c> for a target of 1, <c>max(0, cos − m)</c> for −1, else 0.</summary>
readonly unsafe struct CosineEmbeddingKernel<T>(CosineEmbedding spec) : IVectorLoss<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly double margin = Real.Wide(Real.Of<T>(spec.Margin));

    public double Row(VectorBuffers<T> at, double scale, Plan plan)
    {
        var cosine = new Cosine<T>(at.X, at.Y, at.LengthX == 1 ? at.LengthY : at.LengthX, at.LengthX, at.LengthY, plan);
        Number excess = (Number)cosine.Value - margin;
        double derivative = at.Target == 1 ? -scale : at.Target == -1 && IsActive(at, excess, plan) ? scale : 0;
        // 0 times the derivatives of a cosine that is not finite may be NaN.
        if (derivative != 0 || !double.IsFinite(cosine.Value))
            cosine.AddDerivatives(derivative, at.ByX, at.ByY, plan);
        return at.Target == 1 ? (Number)1 - cosine.Value : at.Target != -1 || Number.AnySet(excess < 0) ? 0 : excess;
    }

    // A cosine that underflows still has a sign: recompute it in extended range.
    bool IsActive(VectorBuffers<T> at, Number excess, Plan plan)
    {
        if (!excess.IsZero || typeof(T) == typeof(float) || plan.IsWide)
            return Number.AnySet(excess >= 0);
        using Beyond.Keeping keeping = Beyond.Open();
        return Number.AnySet((Number)new Cosine<T>(at.X, at.Y, at.LengthX == 1 ? at.LengthY : at.LengthX, at.LengthX, at.LengthY, Plan.Wide).Value
            - margin >= 0);
    }
}
