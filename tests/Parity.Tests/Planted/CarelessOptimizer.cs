using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Tests.Planted;

/// <summary>Mistakes of an optimizer about memory, counting and refusals.</summary>
sealed class CarelessOptimizer(IBackend right, CarelessOptimizer.Way way) : AlteredBackend(right)
{
    public enum Way
    {
        SharesMemory,
        OtherInPlace,
        LosesCount,
        RefusesOtherwise,
        MixesLanes,
        KeepsRate,
        MovesAtRest,
        // As PyTorch 1.13 did on its foreach path, where there is weight decay.
        WritesGradients,
    }

    public static IEnumerable<PlantedError> All => Enum.GetValues<Way>().Select(way =>
        new PlantedError($"careless: {way}", "sgd", right => new CarelessOptimizer(right, way)) { IsCareless = true });

    public override IOptimizer<T> Optimizer<T>(OptimizerSpec spec) => new Of<T>(Right.Optimizer<T>(spec), way);

    sealed class Of<T>(IOptimizer<T> right, Way way) : IOptimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public OptimizerSpec Spec => right.Spec;

        public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null) => way switch
        {
            Way.SharesMemory when right.Update(state, gradients, learningRate) is var after =>
                after with { Slots = after.Slots.ToImmutableDictionary(s => s.Key, s => after.Parameters) },
            Way.LosesCount => right.Update(state, gradients, learningRate) with { Step = state.Step },
            Way.RefusesOtherwise when gradients.Count != state.Parameters.Length => throw new ArgumentException("Failed."),
            Way.MixesLanes => Moved(right.Update(state, gradients, learningRate), p => p.Length < 2 ? p : [p[^1], .. p[1..]]),
            Way.KeepsRate => Moved(right.Update(state, gradients), p => p),
            Way.WritesGradients => Spoiled(right.Update(state, gradients, learningRate), gradients),
            Way.MovesAtRest => Moved(right.Update(state, gradients, learningRate), p => [.. p.Select(x => x + T.One)]),
            _ => right.Update(state, gradients, learningRate),
        };

        public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null) =>
            way == Way.OtherInPlace ? right.UpdateInPlace(state, gradients, 2) : right.UpdateInPlace(state, gradients, learningRate);

        static OptimizerState<T> Spoiled(OptimizerState<T> after, IReadOnlyList<Tensor<T>> gradients)
        {
            foreach (Tensor<T> gradient in gradients.Where(gradient => gradient.IsDense))
                gradient.FlatForWriting().Fill(T.One);
            return after;
        }

        static OptimizerState<T> Moved(OptimizerState<T> state, Func<T[], T[]> map) =>
            state with { Parameters = [.. state.Parameters.Select(p => Tensor.Create(map(p.Flat().ToArray()), p.Lengths))] };
    }
}
