using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses.Distances;

/// <summary>
/// The cosine <c>x·y/√(n₁n₂)</c> of two rows, with <c>n = ‖x‖² + 10⁻¹²</c>; d/dx is <c>y/√(n₁n₂) − cos·x/n₁</c>.
/// </summary>
/// <remarks>A row of length 1 broadcasts in the dot product, but not in its square.</remarks>
readonly unsafe struct Cosine<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    // Squares of elements larger than this may overflow.
    const double Long = 1e150;

    readonly T* x, y;
    readonly nint length, ownX, ownY;
    readonly double ofX, ofY, root, byX = 1, byY = 1;

    public Cosine(T* x, T* y, nint length, nint ownX, nint ownY, Plan plan)
    {
        this.x = x;
        this.y = y;
        (this.length, this.ownX, this.ownY) = (length, ownX, ownY);
        ofX = Square(x, 1, ownX, plan);
        ofY = Square(y, 1, ownY, plan);
        if (double.IsInfinity(ofX) || double.IsInfinity(ofY))
        {
            // The cosine does not change when a row is scaled down.
            (byX, byY) = (Shortening(x, length), Shortening(y, length));
            (ofX, ofY) = (Square(x, byX, ownX, plan), Square(y, byY, ownY, plan));
        }
        root = Number.Sqrt(ofX) * Number.Sqrt(ofY);
        Value = (Number)Product(x, y, byX, byY, length, plan) / root;
    }

    public double Value { get; }

    /// <summary>Adds the derivatives, times a factor, to those of both rows; null if they are not requested.</summary>
    public void AddDerivatives(double factor, double* derivativesX, double* derivativesY, Plan plan)
    {
        if (derivativesX != null)
            AddDerivatives(new(x, y, byX * Lift(ofX), byY, root, (Number)Value / Lift(ofX) / ofX, (Number)factor * byX, derivativesX), ownX, plan);
        if (derivativesY != null)
            AddDerivatives(new(y, x, byY * Lift(ofY), byX, root, (Number)Value / Lift(ofY) / ofY, (Number)factor * byY, derivativesY), ownY, plan);
    }

    // cos/n₁ may be subnormal, with few digits, yet be multiplied by large elements: scale it up.
    double Lift(double square) => Math.Abs(Value) < square * Math.ScaleB(1, -900) ? Math.ScaleB(1, -200) : 1;

    void AddDerivatives(Derivative derivative, nint own, Plan plan)
    {
        nint both = Math.Min(own, length);
        Blocks.Run<double, Derivative>(derivative, both, plan);
        if (both < length)
            Blocks.Run<double, Derivative>(derivative.OfRepeated(both), length - both, plan);
        if (both < own)
            Blocks.Run<double, Derivative>(derivative.OfSquare(both), own - both, plan);
    }

    static double Square(T* x, double by, nint length, Plan plan) =>
        (Number)Product(x, x, by, by, length, plan) + CosineEmbedding.LeastSquare * by * by;

    static double Product(T* x, T* y, double byX, double byY, nint length, Plan plan) =>
        Sums.Run<double, Products>(new(x, y, byX, byY), length, plan);

    static double Shortening(T* x, nint length)
    {
        double largest = 0;
        for (nint i = 0; i < length; i++)
            largest = Math.Max(largest, Math.Abs(Real.Wide(x[i])));
        return largest > Long && double.IsFinite(largest) ? Math.ScaleB(1, -Math.ILogB(largest)) : 1;
    }

    readonly struct Products(T* x, T* y, double byX, double byY) : ITerm<double>
    {
        readonly T* x = x, y = y;
        readonly double byX = byX, byY = byY;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Term<V>(nint index) where V : struct, ILanes<V, double> =>
            Elements<V, double, T>.Load(x + index) * byX * (Elements<V, double, T>.Load(y + index) * byY);
    }

    readonly struct Derivative(T* own, T* other, double by, double byOther, double root, double share, double factor,
        double* derivatives) : IStep<double>
    {
        readonly T* own = own, other = other;
        readonly double by = by, byOther = byOther, root = root, share = share, factor = factor;
        readonly double* derivatives = derivatives;

        /// <summary>The derivatives from an index on where the own row is broadcast, and so not part of the square.</summary>
        public Derivative OfRepeated(nint from) => new(own + from, other + from, by, byOther, root, 0, factor, derivatives + from);

        /// <summary>The derivatives from an index on where the elements are part of the square only.</summary>
        public Derivative OfSquare(nint from) => new(own + from, own + from, by, 0, root, share, factor, derivatives + from);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<V>(nint index) where V : struct, ILanes<V, double>
        {
            V derivative = Elements<V, double, T>.Load(other + index) * byOther / V.All(root)
                - Elements<V, double, T>.Load(own + index) * by * V.All(share);
            (V.Load(in derivatives[index]) + derivative * V.All(factor)).Store(ref derivatives[index]);
        }
    }
}
