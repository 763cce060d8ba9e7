using System.Numerics;
using ParityNet.Losses;
using ParityNet.Native.Losses.Distances;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// <c>max(0, m + d(x, y) − d(x, z))</c>; with <c>swap</c>, the smaller of <c>d(x, z)</c> and <c>d(y, z)</c> is subtracted.
/// </summary>
readonly unsafe struct TripletKernel<T, D>(TripletLoss spec, D distance) : IVectorLoss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where D : struct, IVectorDistance<T>
{
    // Below this the powers may be subnormal.
    const double Vanishing = 1e-270;

    readonly D distance = distance;
    readonly double margin = Real.Wide(Real.Of<T>(spec.Margin));
    readonly bool swap = spec.Swap;

    public double Row(VectorBuffers<T> at, double scale, Plan plan)
    {
        // A distance broadcasts only its own two vectors to each other, not to the third.
        nint toY = Common(at.LengthX, at.LengthY), toZ = Common(at.LengthX, at.LengthZ), between = Common(at.LengthY, at.LengthZ);
        Number near = distance.Of(at.X, at.Y, toY, plan), far = distance.Of(at.X, at.Z, toZ, plan),
            across = swap ? distance.Of(at.Y, at.Z, between, plan) : double.PositiveInfinity;
        Number gap = near + margin - (swap ? Number.Min(far, across) : far);
        // On a tie the derivative of the minimum is split equally.
        double active = gap >= 0 ? scale : 0,
            own = !swap || Number.AnySet(far < across) ? 1 : Number.AnySet(Number.Equal(far, across)) ? OwnOfTie(at, far, toZ, between, plan) : 0;
        Add(at.X, at.Y, toY, near, active, at.ByX, at.ByY, plan);
        Add(at.X, at.Z, toZ, far, (Number)(-own) * active, at.ByX, at.ByZ, plan);
        if (swap)
            Add(at.Y, at.Z, between, across, (Number)(own - 1) * active, at.ByY, at.ByZ, plan);
        return gap < 0 ? Number.All(0) : gap;
    }

    public bool HasLanes => distance.HasLanes;

    public V Rows<V>(VectorParts at, V target, V scale, out V usual) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), one = V.All(1);
        usual = V.Equal(zero, zero);
        V near = distance.Of(at.X, at.Y, at.End, ref usual), far = distance.Of(at.X, at.Z, at.End, ref usual);
        V across = swap ? distance.Of(at.Y, at.Z, at.End, ref usual) : V.All(double.PositiveInfinity);
        V gap = near + V.All(margin) - V.Select(across < far, across, far);
        usual &= V.Abs(gap) < V.All(double.PositiveInfinity);
        V active = V.Select(gap >= zero, scale, zero), own = V.Select(far < across, one, V.Select(V.Equal(far, across), V.All(0.5), zero));
        Add(at.X, at.Y, at.End, near, active, at.ByX, at.ByY);
        Add(at.X, at.Z, at.End, far, -(own * active), at.ByX, at.ByZ);
        if (swap)
            Add(at.Y, at.Z, at.End, across, (own - one) * active, at.ByY, at.ByZ);
        return V.Select(gap < zero, zero, gap);
    }

    void Add<V>(double* x, double* y, nint end, V value, V factor, double* byX, double* byY) where V : struct, ILanes<V, double>
    {
        if (byX != null || byY != null)
            distance.AddDerivatives(x, y, end, value, factor, byX, byY);
    }

    /// <summary>
    /// The fraction of the derivative that goes to d(x, z) when the distances tie; distances that may tie by underflow are compared in
    /// extended range.
    /// </summary>
    double OwnOfTie(VectorBuffers<T> at, Number far, nint toZ, nint between, Plan plan)
    {
        if (typeof(T) == typeof(float) || plan.IsWide || !Number.AnySet(far < Vanishing))
            return 0.5;
        using Beyond.Keeping keeping = Beyond.Open();
        Number own = distance.Of(at.X, at.Z, toZ, Plan.Wide), across = distance.Of(at.Y, at.Z, between, Plan.Wide);
        return Number.AnySet(own < across) ? 1 : Number.AnySet(Number.Equal(own, across)) ? 0.5 : 0;
    }

    static nint Common(nint first, nint second) => first == 1 ? second : first;

    // 0 times the derivatives of a distance that is not finite may be NaN.
    void Add(T* x, T* y, nint length, double value, double factor, double* byX, double* byY, Plan plan)
    {
        if ((factor != 0 || !double.IsFinite(value)) && (byX != null || byY != null))
            distance.AddDerivatives(x, y, length, value, factor, byX, byY, plan);
    }
}
