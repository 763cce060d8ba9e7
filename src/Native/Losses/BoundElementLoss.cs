using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>A loss of elements bound to its kernel.</summary>
/// <typeparam name="E">The type to compute in: <typeparamref name="T"/>, or <c>double</c> where a transcendental function is to be rounded once.</typeparam>
/// <typeparam name="T">The floating-point type of arguments and results.</typeparam>
/// <typeparam name="K">The kernel.</typeparam>
sealed unsafe class BoundElementLoss<E, T, K>(ElementLoss spec, K kernel, Plan plan, LogBase logBase = LogBase.Nats) : ILoss<T>
    where E : unmanaged, IFloatingPointIeee754<E>
    where T : unmanaged, IFloatingPointIeee754<T>
    where K : struct, IElementLoss<E>
{
    readonly double unit = Reducing.Unit(logBase);

    public LossSpec Spec => spec;

    public Tensor<T> Value(Operands<T> operands) => Evaluate(operands, []).Value;

    public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        ImmutableArray<nint> shape = spec.Check(operands);
        spec.CheckGradients(gradients ??= Wanted.Input, operands);
        FunctionSpec.CheckCotangent(cotangent, shape);
        Tensor<T> input = operands.Input, target = operands["target"].Numbers;
        nint[] common = Shape.Broadcast(input.Lengths, target.Lengths)!;
        int count = checked((int)Shape.Count(common));
        T[]? byInput = gradients.Contains("input") ? new T[count] : null, byTarget = gradients.Contains("target") ? new T[count] : null;
        bool reduced = spec.Reduction != Reduction.None;
        var value = new T[reduced ? 1 : count];
        var reducing = new Reducing(spec.Reduction, count, input.Lengths[0], unit);
        double scale = reducing.Scale * (reduced && cotangent is not null ? Real.Wide(cotangent.Flat()[0]) : 1);

        fixed (T* x = input.FlatBroadcast(common), y = target.FlatBroadcast(common), c = reduced || cotangent is null ? [] : cotangent.Flat())
        fixed (T* w = Optional(operands, "weight", common), q = Optional(operands, "pos_weight", common))
        fixed (T* v = value, gx = byInput, gy = byTarget)
        {
            var memory = new LossMemory<T> { X = x, Y = y, Weight = w, Positive = q, Cotangent = c, Value = reduced ? null : v, ByInput = gx, ByTarget = gy };
            double sum = Run(memory, scale, count);
            if (reduced)
                value[0] = Real.Of<T>(reducing.Result(sum));
        }
        return new(Tensor.Create(value, shape.AsSpan()), Wanted.None<T>()
            .With("input", byInput, common, input.Lengths).With("target", byTarget, common, target.Lengths));
    }

    public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient)
    {
        Require.Length(target, prediction.Length, nameof(prediction));
        Require.Length<T>(gradient, prediction.Length, nameof(prediction));
        if (K.Probabilities)
            CheckProbabilities(prediction, target);
        var reducing = new Reducing(spec.Reduction, prediction.Length, prediction.Length, unit);
        fixed (T* x = prediction, y = target, g = gradient)
            return Real.Of<T>(reducing.Result(Run(new LossMemory<T> { X = x, Y = y, ByInput = g }, reducing.Scale, prediction.Length)));
    }

    double Run(LossMemory<T> memory, double scale, int count) =>
        Sums.Run<E, LossTerm<E, T, K>>(new(kernel, memory, Real.Of<E>(scale), Real.Of<E>(unit)), count, plan);

    void CheckProbabilities(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target)
    {
        foreach (T p in prediction)
            if (!(p >= T.Zero && p <= T.One))
                spec.Check(Operands<T>.Of(Tensor.Create(prediction.ToArray(), [prediction.Length]), Tensor.Create(target.ToArray(), [target.Length])));
    }

    static ReadOnlySpan<T> Optional(Operands<T> operands, string name, nint[] shape) =>
        operands.TryNumbers(name, out Tensor<T>? numbers) ? numbers.FlatBroadcast(shape) : [];
}
