using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Losses;

namespace ParityNet.Parity.Workers;

/// <summary>A loss, an activation or a layer that a worker computes.</summary>
class WorkerFunction<T>(WorkerBackend worker, WorkerOp op, FunctionSpec spec) : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Value(Operands<T> operands) => Evaluate(operands, []).Value;

    public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        // The op's own checks come first, so that all backends refuse the same arguments with the same words.
        ImmutableArray<nint> shape = spec.Check(operands);
        gradients ??= spec.ByLead;
        spec.CheckGradients(gradients, operands);
        FunctionSpec.CheckCotangent(cotangent, shape);
        WorkerAnswer answer = worker.Ask(op,
            WorkerRequests.Function(op, spec, operands, gradients.Where(name => op.Gradients?.Contains(name) ?? true), cotangent));
        string[] told = [.. gradients.Where(name => op.Gradients?.Contains(name) ?? answer.Has("grads", name))];
        worker.Tells(spec.Name, told);
        return new(answer.Tensor<T>("value", shape.AsSpan()), told
            .ToImmutableDictionary(name => name, name => answer.Tensor<T>(name, operands[name].Lengths, "grads")));
    }
}

/// <summary>A loss that a worker computes.</summary>
sealed class WorkerLoss<T>(WorkerBackend worker, WorkerOp op, LossSpec spec) : WorkerFunction<T>(worker, op, spec), ILoss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public LossSpec Spec => spec;

    public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient)
    {
        Evaluation<T> both = Evaluate(Operands<T>.Of(Tensor.Create(prediction.ToArray()), Tensor.Create(target.ToArray())));
        both.Gradients[spec.Lead.Name].Flat().CopyTo(gradient);
        return both.Value.Flat()[0];
    }
}

/// <summary>An activation that a worker computes.</summary>
sealed class WorkerActivation<T>(WorkerBackend worker, WorkerOp op, ActivationSpec spec) : WorkerFunction<T>(worker, op, spec), IActivation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public ActivationSpec Spec => spec;
}
