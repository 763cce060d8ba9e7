using System.Numerics;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;
using ParityNet.Serialization;

namespace ParityNet.Parity.Laws;

/// <summary>A step from a saved and loaded state gives the same bits as the step from the state itself.</summary>
sealed class Resumes : ITensorLaw
{
    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var from = (OptimizerCase<T>)@case;
        using var file = new MemoryStream();
        from.State.Save(file, from.Optimizer);
        file.Position = 0;
        OptimizerState<T> loaded = StateFile.Load<T>(file, from.Optimizer);
        IOptimizer<T> optimizer = backend.Optimizer<T>(from.Optimizer);
        OptimizerState<T> whole = optimizer.Update(from.State, from.Gradients, from.LearningRate),
            resumed = optimizer.Update(loaded, from.Gradients, from.LearningRate);
        return whole.Step != resumed.Step
            ? $"the step count must be saved: expected {whole.Step}, got {resumed.Step}."
            : Repeats.Differ(OptimizerCase<T>.Quantities(from.Optimizer, whole), OptimizerCase<T>.Quantities(from.Optimizer, resumed));
    }
}
