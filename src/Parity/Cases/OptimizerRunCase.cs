using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Definitions;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Cases;

/// <summary>The last step of a run of an optimizer from its initial state, on a backend that takes no other state.</summary>
/// <remarks>
/// The step is judged from that backend's own parameters and slots after the step before, taken as exact. Slots that it does not tell follow from the
/// definition, within the enclosures of all steps so far.
/// </remarks>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="runner">The backend whose run it is.</param>
/// <param name="spec">The optimizer.</param>
/// <param name="parameters">The parameters before the first step.</param>
/// <param name="gradients">For each step, one gradient per parameter; at least one step.</param>
sealed class OptimizerRunCase<T>(
    IPartialBackend runner, OptimizerSpec spec, ImmutableArray<Tensor<T>> parameters, ImmutableArray<ImmutableArray<Tensor<T>>> gradients)
    : Case<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly Lazy<OptimizerRun<T>> run = new(() => runner.Run(spec, parameters, gradients));

    /// <inheritdoc/>
    public override OpSpec Spec => spec;

    /// <inheritdoc/>
    public override OpKind Kind => OpKind.Optimizer;

    /// <inheritdoc/>
    public override bool DecidesNaN => false;

    /// <summary>The parameters before the first step.</summary>
    public ImmutableArray<Tensor<T>> Parameters => parameters;

    /// <summary>For each step, one gradient per parameter.</summary>
    public ImmutableArray<ImmutableArray<Tensor<T>>> Gradients => gradients;

    /// <summary>Whether the last step starts from a state that is told whole, so that the steps before do not matter.</summary>
    public bool StandsAlone => gradients.Length == 1 || IsToldWhole;

    /// <summary>The last step, from what is told of the state before.</summary>
    public OptimizerCase<T> LastStep => new(spec, Before(gradients.Length - 1), gradients[^1]);

    /// <inheritdoc/>
    public override ImmutableArray<Quantity<T>> Run(IBackend backend) => ReferenceEquals(backend, runner)
        ? [.. OptimizerCase<T>.Quantities(spec, run.Value.After[^1]).Where((_, i) => IsTold(i))]
        : LastStep.Run(backend);

    /// <inheritdoc/>
    public override ImmutableArray<Defined<R>> Define<R>()
    {
        DefinedStep<R>? after = null;
        // A run that is told whole starts at its last step; a single step is from the initial state, which asks nothing of the runner.
        for (int k = StandsAlone ? gradients.Length - 1 : 0; k < gradients.Length; k++)
            after = Definition.Step<T, R>(spec, Before(k), gradients[k], slots: after?.Slots
                .Where(slot => !run.Value.Told.Contains(slot.Key) && spec.ScalarAfter(slot.Key, k) is null).ToImmutableDictionary());
        return OptimizerCase<T>.Defined(spec, after!);
    }

    /// <inheritdoc/>
    public override double Scale(int quantity, int index, double best) => LastStep.Scale(quantity, index, best);

    /// <inheritdoc/>
    public override double[] Together(int quantity, double[] sizes) => LastStep.Together(quantity, sizes);

    /// <inheritdoc/>
    public override IEnumerable<Case<T>> Shrinks()
    {
        foreach (int fewer in (int[])[1, gradients.Length / 2, gradients.Length - 1])
            if (fewer > 0 && fewer < gradients.Length)
            {
                yield return With(parameters, gradients[..fewer]);
                yield return With(parameters, gradients[^fewer..]);
            }
        foreach (OptimizerRunCase<T> smaller in Smaller())
            yield return smaller;
        // What makes one step simpler makes all steps simpler.
        var first = new OptimizerCase<T>(spec, spec.Init(parameters), gradients[^1]);
        foreach (OptimizerCase<T> simpler in OptimizerShrinks.Of(first).OfType<OptimizerCase<T>>())
            if (simpler.State.Parameters.Length == parameters.Length && Fits(simpler))
                yield return With(simpler.State.Parameters, gradients.SetItem(gradients.Length - 1, simpler.Gradients));
        for (int k = 0; k < gradients.Length - 1; k++)
            for (int i = 0; i < parameters.Length; i++)
                foreach (Tensor<T> simpler in TensorShrinks.Values(gradients[k][i]))
                    yield return With(parameters, gradients.SetItem(k, gradients[k].SetItem(i, simpler)));
    }

    /// <inheritdoc/>
    public override string Code() => LastStep.Code();

    /// <inheritdoc/>
    public override string Request() => CaseWriter.Write<T>(spec, parameters, gradients);

    bool IsToldWhole => spec.Slots.All(slot => run.Value.Told.Contains(slot.Name));

    OptimizerState<T> Before(int step) => step == 0 ? spec.Init(parameters) : run.Value.After[step - 1];

    bool IsTold(int quantity) => quantity < parameters.Length || run.Value.Told.Contains(spec.Slots[(quantity / parameters.Length) - 1].Name);

    bool Fits(OptimizerCase<T> simpler) =>
        simpler.State.Parameters.Zip(parameters).All(pair => pair.First.Lengths.SequenceEqual(pair.Second.Lengths));

    // One parameter alone, or half of the elements of each.
    IEnumerable<OptimizerRunCase<T>> Smaller()
    {
        if (parameters.Length > Math.Max(1, spec.SmallestParameters) && spec.RankOf(0) is null)
            for (int i = 0; i < parameters.Length; i++)
                yield return With([parameters[i]], [.. gradients.Select(step => ImmutableArray.Create(step[i]))]);
        int longest = (int)parameters.Max(p => p.FlattenedLength);
        if (longest < 2 || !Enumerable.Range(0, parameters.Length).All(i => spec.RankOf(i) is null))
            yield break;
        foreach (bool last in (bool[])[false, true])
            yield return With([.. parameters.Select(p => Half(p, last))],
                [.. gradients.Select(step => step.Select(g => Half(g, last)).ToImmutableArray())]);
    }

    static Tensor<T> Half(Tensor<T> tensor, bool last)
    {
        T[] all = tensor.Flat().ToArray();
        T[] half = all.Length < 2 ? all : last ? all[(all.Length / 2)..] : all[..(all.Length / 2)];
        return Tensor.Create(half, [half.Length]);
    }

    OptimizerRunCase<T> With(ImmutableArray<Tensor<T>> start, ImmutableArray<ImmutableArray<Tensor<T>>> steps) =>
        new(runner, spec, start, steps);
}
