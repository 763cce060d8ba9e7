using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Optimizers;

/// <summary><c>θ ← kθ − αu</c>, rounded once.</summary>
readonly unsafe struct AdafactorStep<T>(T* parameter, T* next, double* move, double keep, double pace) : IStep<double>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* parameter = parameter, next = next;
    readonly double* move = move;
    readonly double keep = keep, pace = pace;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<V>(nint index) where V : struct, ILanes<V, double> =>
        Elements<V, double, T>.Store(Elements<V, double, T>.Load(parameter + index) * V.All(keep) - V.All(pace) * V.Load(in move[index]),
            next + index);
}

/// <summary>Adds the squares of a row to one sum per column.</summary>
readonly unsafe struct SquaresAdded<T>(T* row, double* sums) : IStep<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* row = row;
    readonly double* sums = sums;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<V>(nint index) where V : struct, ILanes<V, double>
    {
        V x = Elements<V, double, T>.Load(row + index);
        (V.Load(in sums[index]) + x * x).Store(ref sums[index]);
    }
}

/// <summary><c>g/√max(r·c, ε²)</c> along a row.</summary>
readonly unsafe struct AdafactorMove<T>(T* row, double* columns, double* move, double ofRow, double floor) : IStep<double>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* row = row;
    readonly double* columns = columns, move = move;
    readonly double ofRow = ofRow, floor = floor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<V>(nint index) where V : struct, ILanes<V, double> =>
        (Elements<V, double, T>.Load(row + index) / V.Sqrt(V.Max(V.All(ofRow) * V.Load(in columns[index]), V.All(floor)))).Store(ref move[index]);
}

/// <summary><c>v ← v + share·(g² − v)</c>, and <c>g/√max(v, ε²)</c>.</summary>
readonly unsafe struct AdafactorPlain<T>(T* gradient, T* old, T* next, double* move, double share, double floor) : IStep<double>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* gradient = gradient, old = old, next = next;
    readonly double* move = move;
    readonly double share = share, floor = floor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<V>(nint index) where V : struct, ILanes<V, double>
    {
        V derivative = Elements<V, double, T>.Load(gradient + index), before = Elements<V, double, T>.Load(old + index),
            now = derivative * derivative;
        // Interpolate from the nearer end.
        V variance = share < 0.5 ? before + (now - before) * share : now - (now - before) * (1 - share);
        Elements<V, double, T>.Store(variance, next + index);
        (derivative / V.Sqrt(V.Max(variance, V.All(floor)))).Store(ref move[index]);
    }
}
