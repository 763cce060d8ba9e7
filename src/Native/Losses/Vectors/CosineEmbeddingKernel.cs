using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Losses.Distances;
using ParityNet.Native.Rows;
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

    public bool HasLanes => true;

    public V Rows<V>(VectorParts at, V target, V scale, out V usual) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), one = V.All(1);
        var (ofX, ofY, product) = Sums<V>(at);
        V root = V.Sqrt(ofX) * V.Sqrt(ofY), value = product / root, excess = value - V.All(margin);
        usual = (ofX < V.All(1e280)) & (ofY < V.All(1e280)) & (V.Equal(value, zero) | (V.Abs(value) > V.All(1e-250)));
        if (typeof(T) == typeof(double))
            usual = V.AndNot(usual, V.Equal(excess, zero));
        V like = V.Equal(target, one), unlike = V.Equal(target, -one);
        V derivative = V.Select(like, -scale, V.Select(unlike & (excess >= zero), scale, zero));
        if (at.ByX != null)
            Derivatives(at.X, at.Y, at.End, root, value / ofX, derivative, at.ByX);
        if (at.ByY != null)
            Derivatives(at.Y, at.X, at.End, root, value / ofY, derivative, at.ByY);
        return V.Select(like, one - value, V.Select(unlike, V.Select(excess < zero, zero, excess), zero));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static (V OfX, V OfY, V Product) Sums<V>(VectorParts at) where V : struct, ILanes<V, double>
    {
        RunningSum<V, T> ofX = RunningSum<V, T>.Zero, ofY = ofX, product = ofX;
        for (nint position = 0; position < at.End; position += RowBlocks.Side)
        {
            V x = V.Load(in at.X[position]), y = V.Load(in at.Y[position]);
            ofX += x * x;
            ofY += y * y;
            product += x * y;
        }
        V least = V.All(CosineEmbedding.LeastSquare);
        return (ofX.Value + least, ofY.Value + least, product.Value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Derivatives<V>(double* own, double* other, nint end, V root, V share, V factor, double* derivatives)
        where V : struct, ILanes<V, double>
    {
        for (nint position = 0; position < end; position += RowBlocks.Side)
            (V.Load(in derivatives[position]) + (V.Load(in other[position]) / root - V.Load(in own[position]) * share) * factor)
                .Store(ref derivatives[position]);
    }
}
