using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses.Distances;

/// <summary>The cosine <c>x·y/√(n₁n₂)</c> of two rows, with <c>n = ‖x‖² + 10⁻¹²</c>; its slope by x is <c>y/√(n₁n₂) − cos·x/n₁</c>.</summary>
readonly unsafe struct Cosine<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* x, y;
    readonly nint length;
    readonly double ofX, ofY, root;

    public Cosine(T* x, T* y, nint length, Plan plan)
    {
        this.x = x;
        this.y = y;
        this.length = length;
        ofX = Product(x, x, length, plan) + CosineEmbedding.LeastSquare;
        ofY = Product(y, y, length, plan) + CosineEmbedding.LeastSquare;
        // Two roots, since the product of the squares may overflow.
        root = Math.Sqrt(ofX) * Math.Sqrt(ofY);
        Value = Product(x, y, length, plan) / root;
    }

    public double Value { get; }

    /// <summary>Adds the slopes, times a factor, to those of both rows; null where they are not wanted.</summary>
    public void AddSlopes(double factor, double* byX, double* byY, Plan plan)
    {
        if (byX != null)
            Blocks.Run<double, Slope>(new(x, y, root, Value / ofX, factor, byX), length, plan);
        if (byY != null)
            Blocks.Run<double, Slope>(new(y, x, root, Value / ofY, factor, byY), length, plan);
    }

    static double Product(T* x, T* y, nint length, Plan plan) => Sums.Run<double, Products>(new(x, y), length, plan);

    readonly struct Products(T* x, T* y) : ITerm<double>
    {
        readonly T* x = x, y = y;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Term<V>(nint index) where V : struct, ILanes<V, double> =>
            Elements<V, double, T>.Load(x + index) * Elements<V, double, T>.Load(y + index);
    }

    readonly struct Slope(T* own, T* other, double root, double share, double factor, double* slopes) : IStep<double>
    {
        readonly T* own = own, other = other;
        readonly double root = root, share = share, factor = factor;
        readonly double* slopes = slopes;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<V>(nint index) where V : struct, ILanes<V, double>
        {
            V slope = Elements<V, double, T>.Load(other + index) / V.All(root) - Elements<V, double, T>.Load(own + index) * V.All(share);
            (V.Load(in slopes[index]) + slope * V.All(factor)).Store(ref slopes[index]);
        }
    }
}
