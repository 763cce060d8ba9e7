using System.Collections.Immutable;
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
sealed unsafe class BoundElementLoss<E, T, K>(BroadcastLoss spec, K kernel, Plan plan, LogBase logBase = LogBase.Nats) : ILoss<T>, ITelling
    where E : unmanaged, IFloatingPointIeee754<E>
    where T : unmanaged, IFloatingPointIeee754<T>
    where K : struct, IElementLoss<E>
{
    const string WeightName = "weight";

    readonly double unit = Reducing.Unit(logBase);
    // Cached, because evaluating these properties of the spec allocates.
    readonly bool flat = spec.IsFlat && spec.Fits<T>();
    readonly string[] names = [.. spec.Operands.Where(o => o.Name != WeightName).Select(o => o.Name)];

    public LossSpec Spec => spec;

    public bool TellsOfValue => false;

    public Tensor<T> Value(Operands<T> operands) => Evaluate(operands, []).Value;

    public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        ImmutableArray<nint> shape = spec.Check(operands);
        spec.CheckGradients(gradients ??= spec.ByLead, operands);
        FunctionSpec.CheckCotangent(cotangent, shape);
        nint[] lead = operands[names[0]].Lengths.ToArray(), common = [.. spec.Common(name => [.. operands[name].Lengths])];
        int count = checked((int)Shape.Count(common));
        T[]?[] derivatives = [.. names.Select(name => gradients.Contains(name) ? Fresh.Array<T>(count) : null)];
        bool reduced = spec.Reduction != Reduction.None;
        var value = Fresh.Array<T>(reduced ? 1 : count);
        var reducing = new Reducing(spec.Reduction, count, lead[0], unit);
        double scale = reducing.ScaleBy(reduced && cotangent is not null ? Real.Wide(cotangent.Flat()[0]) : 1);

        fixed (T* x = Wide(0), y = Wide(1), z = Wide(2), w = WideOf(WeightName), c = reduced || cotangent is null ? [] : cotangent.Flat())
        fixed (T* v = value, gx = derivatives[0], gy = derivatives.ElementAtOrDefault(1), gz = derivatives.ElementAtOrDefault(2))
        {
            var buffers =
                new LossBuffers<T> { X = x, Y = y, Z = z, Weight = w, Cotangent = c, Value = reduced ? null : v, ByX = gx, ByY = gy, ByZ = gz };
            double sum = Run(buffers, scale, count);
            if (reduced)
                value[0] = Real.Of<T>(reducing.Result(sum));
        }
        ImmutableDictionary<string, Tensor<T>> all = Wanted.None<T>();
        for (int i = 0; i < names.Length; i++)
            all = all.With(names[i], derivatives[i], common, Aligned(names[i]), operands.Has(names[i]) ? operands[names[i]].Lengths : []);
        return new(Tensor.Create(value, shape.AsSpan()), all);

        ReadOnlySpan<T> Wide(int position) => position < names.Length ? WideOf(names[position]) : [];

        ReadOnlySpan<T> WideOf(string name) => operands.TryNumbers(name, out Tensor<T>? numbers) ? numbers.FlatBroadcast(Aligned(name), common) : [];

        ReadOnlySpan<nint> Aligned(string name) => operands.Has(name) ? spec.Aligned(name, operands[name].Lengths, lead).AsSpan() : [];
    }

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
        if (!AreProbabilities(prediction) || !AreProbabilities(target))
            spec.Check(Operands<T>.Of(Tensor.Create(prediction.ToArray(), [prediction.Length]), Tensor.Create(target.ToArray(), [target.Length])));
    }

    static bool AreProbabilities(ReadOnlySpan<T> numbers)
    {
        foreach (T p in numbers)
            if (!(p >= T.Zero && p <= T.One))
                return false;
        return true;
    }
}
