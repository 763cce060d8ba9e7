using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Planted;

/// <summary>Runs an optimizer by a rule for one parameter, in double, rounded once.</summary>
/// <param name="right">The backend that is right elsewhere.</param>
/// <param name="rule">From the spec and one parameter's numbers to the same after the step.</param>
sealed class OtherRule(IBackend right, Func<OptimizerSpec, OtherRule.One, OtherRule.One> rule) : AlteredBackend(right)
{
    /// <summary>One parameter: t, learning rate, parameter, gradient, slots.</summary>
    public sealed record One(long T, double Rate, double P, double G, ImmutableDictionary<string, double> Slots)
    {
        public double this[string slot] => Slots.GetValueOrDefault(slot);

        public One Set(string slot, double value) => Slots.ContainsKey(slot) ? this with { Slots = Slots.SetItem(slot, value) } : this;
    }

    public override IOptimizer<T> Optimizer<T>(OptimizerSpec spec) => new Of<T>(spec, rule);

    sealed class Of<T>(OptimizerSpec spec, Func<OptimizerSpec, One, One> rule) : IOptimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public OptimizerSpec Spec => spec;

        public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null) =>
            UpdateInPlace(state.Copy(), gradients, learningRate);

        public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
        {
            state.Check(gradients);
            OptimizerState<T> before = state.Copy();
            for (int p = 0; p < gradients.Count; p++)
            {
                T[] g = gradients[p].Flat().ToArray();
                for (int i = 0; i < g.Length; i++)
                {
                    var slots = spec.Slots.ToImmutableDictionary(s => s.Name, s => double.CreateChecked(before[s.Name][p].Flat()[At(s, i)]));
                    One after = rule(spec, new(state.Step + 1, learningRate ?? spec.LearningRate,
                        double.CreateChecked(state.Parameters[p].Flat()[i]), double.CreateChecked(g[i]), slots));
                    state.Parameters[p].FlatForWriting()[i] = T.CreateTruncating(after.P);
                    foreach (OptimizerSlot slot in spec.Slots)
                        state[slot.Name][p].FlatForWriting()[At(slot, i)] = T.CreateTruncating(after[slot.Name]);
                }
            }
            return state with { Step = state.Step + 1 };
        }

        static int At(OptimizerSlot slot, int index) => slot.Shape == SlotShape.Scalar ? 0 : index;
    }
}
