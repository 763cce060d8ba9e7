using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Proving;

/// <summary>A case of an elementwise loss with a user-supplied definition.</summary>
sealed class OwnCase<T>(FunctionCase<T> arguments, IElementDefinition definition) : Case<T>, IOwnCase<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override OpSpec Spec => arguments.Spec;

    public override OpKind Kind => OpKind.Loss;

    public FunctionCase<T> Arguments => arguments;

    public override ImmutableArray<Quantity<T>> Run(IBackend backend) => arguments.Run(backend);

    public override IEnumerable<Case<T>> Shrinks() => arguments.Shrinks().Select(simpler => new OwnCase<T>((FunctionCase<T>)simpler, definition));

    public override string Code() => arguments.Code();

    public override string Request() => "";

    public override ImmutableArray<Defined<R>> Define<R>()
    {
        Operands<T> operands = arguments.Operands;
        nint[] from = operands.Input.Lengths.ToArray(), common = Shape.Broadcast(from, operands["target"].Lengths)!;
        int count = (int)Shape.Count(common);
        T[] x = Wide(operands.Input, common, count), y = Wide(operands["target"].Numbers, common, count);
        var each = new Dual<R>[count];
        for (int i = 0; i < count; i++)
            each[i] = definition.Loss(Dual<R>.Variable(R.Exact(double.CreateChecked(x[i]))), Dual<R>.Constant(R.Exact(double.CreateChecked(y[i]))));
        R[] values = [.. each.Select(e => e.Value)], derivatives = [.. each.Select((e, i) => Weighted(e.Derivative, i, count))];
        Reduction reduction = ((LossSpec)Spec).Reduction;
        ImmutableArray<R> value = reduction switch
        {
            Reduction.None => [.. values],
            Reduction.Sum => [R.Sum(values, SumClass.Any)],
            _ => [R.Mean(values, SumClass.Any)],
        };
        return [new("value", value), .. arguments.Gradients.Select(_ => new Defined<R>("grads.input", Gathered(derivatives, from, common)))];
    }

    static T[] Wide(Tensor<T> tensor, nint[] shape, int count)
    {
        T[] wide = tensor.FlatBroadcast(shape).ToArray();
        return wide.Length == count ? wide : [.. Enumerable.Repeat(wide[0], count)];
    }

    R Weighted<R>(R derivative, int index, int count) where R : struct, IReal<R>
    {
        bool none = ((LossSpec)Spec).Reduction == Reduction.None;
        R weight = arguments.Cotangent is { } cotangent ? R.Exact(double.CreateChecked(cotangent.Flat()[none ? index : 0])) : R.One;
        if (((LossSpec)Spec).Reduction != Reduction.Mean)
            return derivative * weight;
        R each = R.FromHost(Host.One / count);
        return R.Hull(derivative * (weight * each), R.Hull(derivative * weight * each, derivative * weight / R.Exact(count)));
    }

    // A broadcast element sums the derivatives of all its copies.
    static ImmutableArray<R> Gathered<R>(R[] derivatives, nint[] from, nint[] common) where R : struct, IReal<R>
    {
        Tensor<double> positions = Tensor.Create<double>([.. Enumerable.Range(0, (int)Shape.Count(from)).Select(i => (double)i)], from);
        double[] position = [.. positions.FlatBroadcast(common)];
        return [.. Enumerable.Range(0, (int)Shape.Count(from)).Select(i =>
            R.Sum([.. derivatives.Where((_, k) => (int)position[Math.Min(k, position.Length - 1)] == i)], SumClass.Any))];
    }
}
