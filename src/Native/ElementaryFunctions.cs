using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native;

/// <summary>The elementary functions of the native backend, applied to spans; their bits do not depend on the processor.</summary>
public static class ElementaryFunctions
{
    /// <summary>Applies the function to each element, on the calling thread.</summary>
    /// <remarks>In <c>float</c> within 0.501 ULP of the exact result, in <c>double</c> within 1.</remarks>
    /// <typeparam name="T"><c>float</c> or <c>double</c>.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="x">The arguments.</param>
    /// <param name="y">The results; at least as long as <paramref name="x"/>, and may be the same span.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="function"/> is not defined, or <paramref name="y"/> is shorter than
    /// <paramref name="x"/>.</exception>
    public static void Apply<T>(ElementaryFunction function, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(function, x, y, Plan.Best with { Threads = 1 });

    internal static void Apply<T>(ElementaryFunction function, ReadOnlySpan<T> x, Span<T> y, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
    {
        switch (function)
        {
            case ElementaryFunction.Exp: Maps.Apply<T, Exp>(x, y, plan); break;
            case ElementaryFunction.Expm1: Maps.Apply<T, Expm1>(x, y, plan); break;
            case ElementaryFunction.Log: Maps.Apply<T, Log>(x, y, plan); break;
            case ElementaryFunction.Log1p: Maps.Apply<T, Log1p>(x, y, plan); break;
            case ElementaryFunction.Tanh: Maps.Apply<T, Tanh>(x, y, plan); break;
            case ElementaryFunction.Sigmoid: Maps.Apply<T, Sigmoid>(x, y, plan); break;
            case ElementaryFunction.Softplus: Maps.Apply<T, Softplus>(x, y, plan); break;
            case ElementaryFunction.LogSigmoid: Maps.Apply<T, LogSigmoid>(x, y, plan); break;
            case ElementaryFunction.Erf: Maps.Apply<T, Erf>(x, y, plan); break;
            case ElementaryFunction.NormalCdf: Maps.Apply<T, NormalCdf>(x, y, plan); break;
            case ElementaryFunction.NormalPdf: Maps.Apply<T, NormalPdf>(x, y, plan); break;
            default:
                throw new ArgumentOutOfRangeException(nameof(function), function,
                $"function must be a defined ElementaryFunction: got {function}.");
        }
    }

    /// <summary>
    /// Computes <c>xᵃ</c> for each element, on the calling thread; for negative x, including −∞, it is NaN unless
    /// <paramref name="exponent"/> is an integer.
    /// </summary>
    /// <remarks>
    /// In <c>float</c> within 0.501 ULP of the exact result; in <c>double</c> the error grows with the result's exponent, to some 15 ULP at
    /// the ends of the range.
    /// </remarks>
    /// <typeparam name="T"><c>float</c> or <c>double</c>.</typeparam>
    /// <param name="exponent">The exponent a; it is not rounded to <typeparamref name="T"/>.</param>
    /// <param name="x">The bases.</param>
    /// <param name="y">The results; at least as long as <paramref name="x"/>, and may be the same span.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="y"/> is shorter than <paramref name="x"/>.</exception>
    public static unsafe void Power<T>(double exponent, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* from = x, to = y[..x.Length])
            Blocks.Run<double, PowerStep<T>>(new(new(exponent), from, to), x.Length, Plan.Best with { Threads = 1 });
    }

    readonly unsafe struct PowerStep<T>(RealPower<T> power, T* from, T* to) : IStep<double> where T : unmanaged, IFloatingPointIeee754<T>
    {
        readonly RealPower<T> power = power;
        readonly T* from = from, to = to;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void IStep<double>.Step<V>(nint index) => Elements<V, double, T>.Store(power.Of(Elements<V, double, T>.Load(from + index)), to + index);
    }
}
