using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Definitions.Numbers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Proving;

/// <summary>A case of an elementwise activation with a user-supplied definition.</summary>
sealed class OwnActivationCase<T>(FunctionCase<T> arguments, IActivationDefinition definition) : Case<T>, IOwnCase<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override OpSpec Spec => arguments.Spec;

    public override OpKind Kind => OpKind.Activation;

    public FunctionCase<T> Arguments => arguments;

    public override ImmutableArray<Quantity<T>> Run(IBackend backend) => arguments.Run(backend);

    public override IEnumerable<Case<T>> Shrinks() =>
        arguments.Shrinks().Select(simpler => new OwnActivationCase<T>((FunctionCase<T>)simpler, definition));

    public override string Code() => arguments.Code();

    public override string Request() => "";

    public override ImmutableArray<Defined<R>> Define<R>()
    {
        double[] x = Array.ConvertAll(arguments.Operands.Input.Flat().ToArray(), double.CreateChecked);
        Dual<R>[] all = Array.ConvertAll(x, each => definition.Value(Dual<R>.Variable(R.Exact(each))));
        T[]? weights = arguments.Cotangent?.Flat().ToArray();
        return
        [
            new("value", [.. all.Select(each => each.Value)]),
            .. arguments.Gradients.Select(name => new Defined<R>($"grads.{name}", [.. all.Select((each, i) =>
                weights is null ? each.Derivative : each.Derivative * R.Exact(double.CreateChecked(weights[i])))])),
        ];
    }
}
