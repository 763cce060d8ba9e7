using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native;
using ParityNet.Optimizers;
using ParityNet.Torch;
using ParityNet.Torch.Rules;
using TorchSharp;

namespace ParityNet.Bench;

/// <summary>One step of an optimizer, the tenth, on the fewest parameters that it takes.</summary>
sealed class OptimizerWork<T> : IWork where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly OptimizerSpec spec;
    readonly IOptimizer<T> native;
    readonly OptimizerState<T> state;
    readonly Tensor<T>[] gradients;
    readonly StateRule rule;
    readonly (torch.Tensor Parameter, torch.Tensor Gradient, Dictionary<string, torch.Tensor> Slots)[] parameters;

    public OptimizerWork(OptimizerSpec spec, nint[] shape)
    {
        this.spec = spec;
        native = new NativeBackend().Optimizer<T>(spec);
        Tensor<T>[] starts = [.. Enumerable.Range(0, Math.Max(1, spec.SmallestParameters)).Select(i => Drawn(shape, (ulong)i))];
        gradients = [.. starts.Select((_, i) => Drawn(shape, (ulong)(starts.Length + i)))];
        state = native.Init(starts) with { Step = 9 };
        parameters = [.. starts.Select((start, i) => (start.ToTorch(), gradients[i].ToTorch(), spec.Slots.ToDictionary(slot => slot.Name, slot => state[slot.Name][i].ToTorch())))];
        rule = TorchBackend.StepOf(spec);
    }

    public void Torch()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable unrecorded = torch.no_grad();
        rule([.. parameters.Select(p => new ParameterStep(spec, p.Parameter, p.Gradient, new Dictionary<string, torch.Tensor>(p.Slots), 10, spec.LearningRate))]);
    }

    public void Native() => native.UpdateInPlace(state, gradients);

    // Both step in place anyway.
    public void TorchInto() => Torch();

    public void NativeInto() => Native();

    static Tensor<T> Drawn(nint[] shape, ulong seed) => Tensor.Create(Measured.Numbers<T>((int)Shape.Count(shape), seed), shape);
}
