using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Torch.References;
using TorchSharp.Modules;

namespace ParityNet.Torch;

public sealed partial class TorchBackend : IOptimizerReference
{
    /// <inheritdoc/>
    public string ReferenceName => OptimReference.Name;

    /// <inheritdoc/>
    public ImmutableArray<string> ReferenceLimits => [.. OptimReference.Limits];

    /// <inheritdoc/>
    public bool HasReference(OptimizerSpec spec) => OptimReference.Of(spec) is not null;

    /// <inheritdoc/>
    public ImmutableArray<OptimizerState<T>> RunReference<T>(
        OptimizerSpec spec, ImmutableArray<Tensor<T>> parameters, IEnumerable<ImmutableArray<Tensor<T>>> gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(gradients);
        Func<IEnumerable<Parameter>, OptimizerHelper> make = OptimReference.Of(spec) ?? throw new NotSupportedException($"The library must have {spec.Name} with these options: expected an optimizer, got none.");
        return Refusal.Named(() => Run(spec, parameters, gradients, make));
    }

    static ImmutableArray<OptimizerState<T>> Run<T>(
        OptimizerSpec spec, ImmutableArray<Tensor<T>> parameters, IEnumerable<ImmutableArray<Tensor<T>>> gradients, Func<IEnumerable<Parameter>, OptimizerHelper> make)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Parameter[] trained = [.. parameters.Select(p => new Parameter(p.ToTorch()))];
        using OptimizerHelper optimizer = make(trained);
        var states = ImmutableArray.CreateBuilder<OptimizerState<T>>();
        foreach (ImmutableArray<Tensor<T>> step in gradients)
        {
            for (int i = 0; i < trained.Length; i++)
                trained[i].grad = step[i].ToTorch();
            optimizer.step();
            states.Add(new([.. trained.Zip(parameters, (t, p) => t.ToTensor<T>(p.Lengths))], states.Count + 1, Slots()));
        }
        return states.ToImmutable();

        ImmutableDictionary<string, ImmutableArray<Tensor<T>>> Slots()
        {
            var remembered = optimizer.state_dict().State;
            return spec.Slots.ToImmutableDictionary(slot => slot.Name, slot => remembered.Zip(parameters, (r, p) => OptimReference.Slot(r, slot.Name).ToTensor<T>(p.Lengths)).ToImmutableArray());
        }
    }
}
