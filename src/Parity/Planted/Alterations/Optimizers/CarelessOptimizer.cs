using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Planted;

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
        // From here on published, and planted where their sources are. PyTorch 1.13 wrote on its foreach path: the decayed gradient,
        // or Nesterov's direction.
        WritesGradients,
        // A counter of single precision stands still from 2²⁴ on.
        CountsInFloat,
        StepsInPlace,
        WantsBuffer,
    }

    public static IEnumerable<PlantedError> All => Enum.GetValues<Way>().Where(way => way < Way.WritesGradients).Select(way =>
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
            Way.WritesGradients => Spoiled(state, right.Update(state, gradients, learningRate), gradients),
            Way.CountsInFloat => right.Update(state, gradients, learningRate) with { Step = (long)(float)(state.Step + 1) },
            Way.StepsInPlace => right.UpdateInPlace(state, gradients, learningRate),
            Way.WantsBuffer when state.Step == 0 && !Spec.Slots.IsEmpty => throw new InvalidOperationException("The buffer is null."),
            Way.MovesAtRest => Moved(right.Update(state, gradients, learningRate), p => [.. p.Select(x => x + T.One)]),
            _ => right.Update(state, gradients, learningRate),
        };

        public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null) =>
            way == Way.OtherInPlace ? right.UpdateInPlace(state, gradients, 2) : right.UpdateInPlace(state, gradients, learningRate);

        OptimizerState<T> Spoiled(OptimizerState<T> before, OptimizerState<T> after, IReadOnlyList<Tensor<T>> gradients)
        {
            (ImmutableArray<Tensor<T>> added, double factor) = Spec is Sgd sgd
                ? (sgd.Nesterov ? after["momentum_buffer"] : after.Parameters, sgd.Nesterov ? sgd.Momentum : 0)
                : (before.Parameters, Spec.WeightDecay);
            for (int p = 0; factor != 0 && p < gradients.Count; p++)
                for (int i = 0; gradients[p].IsDense && i < gradients[p].FlattenedLength; i++)
                    gradients[p].FlatForWriting()[i] += T.CreateTruncating(factor) * added[p].Flat()[i];
            return after;
        }

        static OptimizerState<T> Moved(OptimizerState<T> state, Func<T[], T[]> map) =>
            state with { Parameters = [.. state.Parameters.Select(p => Tensor.Create(map(p.Flat().ToArray()), p.Lengths))] };
    }
}
