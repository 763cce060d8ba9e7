using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Native.Memory;
using ParityNet.Native.Ranges;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>An elementwise loss bound to its kernel.</summary>
/// <typeparam name="E">The type of the computation: <typeparamref name="T"/>, or <c>double</c> so that a transcendental function is rounded
/// once.</typeparam>
/// <typeparam name="T">The floating-point type of arguments and results.</typeparam>
/// <typeparam name="K">The kernel; it takes up to three arguments in the order of the spec, and a weight.</typeparam>
sealed unsafe class BoundElementLoss<E, T, K>(BroadcastLoss spec, K kernel, Plan plan, LogBase logBase = LogBase.Nats)
    : BoundFunction<T>(spec, NamesOf(spec)), ILoss<T>, ITelling
    where E : unmanaged, IFloatingPointIeee754<E>
    where T : unmanaged, IFloatingPointIeee754<T>
    where K : struct, IElementLoss<E>
{
    const string WeightName = "weight";

    readonly double unit = Reducing.Unit(logBase);
    // Cached, because evaluating these properties of the spec allocates.
    readonly bool flat = spec.IsFlat && spec.Fits<T>();
    readonly string[] names = NamesOf(spec);

    LossShapes? shapes;

    public LossSpec Spec => spec;

    public bool TellsOfValue => false;

    protected override void Run(Call<T> call)
    {
        LossShapes at = ShapesOf(call.Found);
        bool reduced = spec.Reduction != Reduction.None;
        ReadOnlySpan<T> cotangent = call.Incoming;
        var reducing = new Reducing(spec.Reduction, at.Count, at.Batch, unit);
        double scale = reducing.ScaleBy(reduced && !cotangent.IsEmpty ? Real.Wide(cotangent[0]) : 1);
        // The gradient by an argument that was broadcast is computed in the common shape, and summed.
        T[]? wideX = at.Wide(0, call.First), wideY = at.Wide(1, call.Second), wideZ = at.Wide(2, call.Third);
        fixed (T* x = Broadcast(call.Operands, at, 0), y = Broadcast(call.Operands, at, 1), z = Broadcast(call.Operands, at, 2))
        fixed (T* w = Weight(call.Operands, at), c = reduced ? [] : cotangent, v = reduced ? [] : call.Value)
        fixed (T* gx = wideX ?? call.First, gy = wideY ?? call.Second, gz = wideZ ?? call.Third)
        {
            var buffers = new LossBuffers<T> { X = x, Y = y, Z = z, Weight = w, Cotangent = c, Value = v, ByX = gx, ByY = gy, ByZ = gz };
            double sum = Run(buffers, scale, at.Count);
            if (reduced)
                call.Value[0] = Real.Of<T>(reducing.Result(sum));
        }
        at.Sum(0, wideX, call.First);
        at.Sum(1, wideY, call.Second);
        at.Sum(2, wideZ, call.Third);
    }

    LossShapes ShapesOf(CheckedArguments found)
    {
        if (shapes is not { } at || at.Found != found)
            shapes = at = new(spec, found, names, WeightName);
        return at;
    }

    ReadOnlySpan<T> Broadcast(Operands<T> operands, LossShapes at, int position) =>
        position < names.Length && operands.TryNumbers(names[position], out Tensor<T>? numbers)
            ? numbers.FlatBroadcast(at.Aligned[position], at.Common) : [];

    static ReadOnlySpan<T> Weight(Operands<T> operands, LossShapes at) =>
        operands.TryNumbers(WeightName, out Tensor<T>? numbers) ? numbers.FlatBroadcast(at.Aligned[^1], at.Common) : [];

    static string[] NamesOf(BroadcastLoss spec) => [.. spec.Operands.Select(o => o.Name).Where(name => name != WeightName)];

    public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient)
    {
        if (!flat)
        {
            spec.CheckOptions<T>();
            spec.CheckFlat();
        }
        Require.Length(target, prediction.Length, nameof(prediction));
        Require.Length<T>(gradient, prediction.Length, nameof(prediction));
        if (K.Probabilities)
            CheckProbabilities(prediction, target);
        var reducing = new Reducing(spec.Reduction, prediction.Length, prediction.Length, unit);
        fixed (T* x = prediction, y = target, g = gradient)
            return Real.Of<T>(reducing.Result(Run(new LossBuffers<T> { X = x, Y = y, ByX = g }, reducing.ScaleBy(1), prediction.Length)));
    }

    double Run(LossBuffers<T> buffers, double scale, int count)
    {
        bool tells = !plan.IsWide && !(K.ValueTells && Math.Abs(scale) <= 1 && buffers.Cotangent == null && buffers.Weight == null);
        double sum = Run(buffers, scale, count, tells);
        return tells && !double.IsFinite(sum) ? Run(buffers, scale, count, tells: false) : sum;
    }

    double Run(LossBuffers<T> buffers, double scale, int count, bool tells) =>
        Sums.Run<E, LossTerm<E, T, K>>(new(kernel, buffers, Real.Of<E>(scale), Real.Of<E>(unit), tells), count, plan);

    void CheckProbabilities(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target)
    {
        if (!BinaryCrossEntropy.AreProbabilities(prediction) || !BinaryCrossEntropy.AreProbabilities(target))
            spec.Check(Operands<T>.Of(Tensor.Create(prediction.ToArray(), [prediction.Length]), Tensor.Create(target.ToArray(), [target.Length])));
    }
}
