using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ParityNet.Optimizers;

/// <summary>Parameter groups: several optimizers, each for its own parameters.</summary>
/// <remarks>
/// <c>new Groups(new ParameterGroup(new AdamW(), 0, 2), new ParameterGroup(new Sgd(0.1), 1))</c>. Groups are independent: a norm is taken
/// over the gradients of one group. A schedule computes each group's rate from the group's own initial rate, and gives its momentum to all,
/// as PyTorch's schedulers do. The learning rate of the whole is the maximum of the groups'; setting another one, also for a single step,
/// scales all of them in proportion. A slot that a parameter's optimizer lacks has shape <c>[0]</c> for that parameter. Same as the
/// <c>param_groups</c> of <c>torch.optim.Optimizer</c>; here groups may also have optimizers of different kinds.
/// </remarks>
/// <param name="Optimizers">The optimizers; at least one.</param>
/// <param name="Members">For each parameter the index of its optimizer; parameters beyond the list belong to the last one.</param>
public sealed record Groups(ImmutableArray<OptimizerSpec> Optimizers, ImmutableArray<int> Members) : OptimizerSpec, IShowsExamples<OptimizerSpec>
{
    readonly ByItems<OptimizerSpec> optimizers = Some(Optimizers);
    readonly ByItems<int> members = Known(Members, Optimizers);

    /// <summary>
    /// Builds groups from the parameters that each names; every parameter up to the last one named must be in exactly one group.
    /// </summary>
    /// <param name="groups">
    /// The groups; the last one takes the parameters after the last one named and, if it names none itself, all that no other group names.
    /// </param>
    public Groups(params ParameterGroup[] groups) : this([.. groups.Select(group => group.Optimizer)], MembersOf(groups)) { }

    /// <inheritdoc/>
    public override string Name => "groups";

    /// <summary>The optimizers; at least one.</summary>
    public ImmutableArray<OptimizerSpec> Optimizers { get => optimizers.Items; init => optimizers = Some(value); }

    /// <summary>For each parameter the index of its optimizer; parameters beyond the list belong to the last one.</summary>
    public ImmutableArray<int> Members { get => members.Items; init => members = Known(value, Optimizers); }

    /// <inheritdoc/>
    public override double LearningRate
    {
        get => Optimizers.Max(o => o.LearningRate);
        init => Optimizers = [.. Optimizers.Select((o, i) => o with { LearningRate = RateOf(i, value) })];
    }

    /// <inheritdoc/>
    public override double WeightDecay
    {
        get => Optimizers.Max(o => o.WeightDecay);
        init => Optimizers = [.. Optimizers.Select(o => o with { WeightDecay = value })];
    }

    /// <summary>Whether all groups maximize instead of minimize.</summary>
    public override bool Maximize
    {
        get => Optimizers.All(o => o.Maximize);
        init => Optimizers = [.. Optimizers.Select(o => o with { Maximize = value })];
    }

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => [.. Optimizers.SelectMany(o => o.Slots).DistinctBy(slot => slot.Name)];

    /// <inheritdoc/>
    public override string Memory => $"{Name}({string.Join(", ", Optimizers.Select(o => o.Memory))})";

    /// <inheritdoc/>
    public override bool IsElementwise => Optimizers.All(o => o.IsElementwise);

    /// <summary>The most that any group takes.</summary>
    /// <inheritdoc/>
    public override double Multiplications(ReadOnlySpan<nint> parameter)
    {
        double most = 0;
        foreach (OptimizerSpec optimizer in Optimizers)
            most = Math.Max(most, optimizer.Multiplications(parameter));
        return most;
    }

    /// <inheritdoc/>
    public override bool KeepsRate => Optimizers.Any(o => o.KeepsRate);

    /// <inheritdoc/>
    public override bool Decays => Optimizers.Any(o => o.Decays);

    /// <summary>The weakest effect of the learning rate on a step among the groups.</summary>
    public override RateEffect RateEffect => Optimizers.Max(o => o.RateEffect);

    /// <inheritdoc/>
    public override int SmallestParameters => Members.Length;

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new Groups([new Adam(), new Sgd(0.1)], [0]),
            new Groups([new Sgd(0.1, 0.9), new RmsProp(Centered: true), new Adam(0.01, Maximize: true)], [1, 2, 0]),
        new Groups([new AdamW(), new ClipGradNorm(new AdamW(WeightDecay: 0), 1)], [0, 1]), new Groups([new Sgd(0.1, Maximize: true)], []),
        new Groups([new Adamax(), new RAdam()], [1, 0]),
    ];

    /// <inheritdoc/>
    protected internal override OptimizerSpec WithMomentum(double momentum) =>
        this with { Optimizers = [.. Optimizers.Select(o => o.WithMomentum(momentum))] };

    /// <inheritdoc/>
    protected internal override OptimizerSpec WithRates(Func<double, double> change) =>
        this with { Optimizers = [.. Optimizers.Select(o => o.WithRates(change))] };

    /// <summary>The index of a parameter's optimizer.</summary>
    /// <param name="parameter">The index of the parameter.</param>
    /// <returns>The index of the optimizer.</returns>
    public int GroupOf(int parameter) => parameter < Members.Length ? Members[parameter] : Optimizers.Length - 1;

    /// <summary>The learning rate of one group in a step.</summary>
    /// <param name="group">The index of the group.</param>
    /// <param name="rate">The rate of the step.</param>
    /// <returns>The group's own rate times the ratio of the step's rate to the spec's.</returns>
    public double RateOf(int group, double rate) => LearningRate == 0 ? rate : Optimizers[group].LearningRate * (rate / LearningRate);

    /// <inheritdoc/>
    public override OptimizerSlot? SlotFor(OptimizerSlot slot, int parameter)
    {
        ArgumentNullException.ThrowIfNull(slot);
        OptimizerSpec own = Optimizers[GroupOf(parameter)];
        return own.Slots.FirstOrDefault(its => its.Name == slot.Name) is { } kept ? own.SlotFor(kept, parameter) : null;
    }

    /// <inheritdoc/>
    public override OptimizerSpec? Alone(int parameter) => Optimizers[GroupOf(parameter)].Alone(parameter);

    /// <inheritdoc/>
    public override int? RankOf(int parameter) => Optimizers[GroupOf(parameter)].RankOf(parameter);

    /// <inheritdoc/>
    public override double? ScalarAfter(string slot, long step) =>
        Optimizers.Select(o => o.ScalarAfter(slot, step)).FirstOrDefault(number => number is not null);

    /// <inheritdoc/>
    protected internal override void CheckGradients<T>(IReadOnlyList<Tensor<T>> gradients)
    {
        for (int group = 0; group < Optimizers.Length; group++)
            Optimizers[group].CheckGradients<T>([.. gradients.Where((_, i) => GroupOf(i) == group)]);
    }

    static ImmutableArray<OptimizerSpec> Some(ImmutableArray<OptimizerSpec> optimizers) => !optimizers.IsDefaultOrEmpty && optimizers.All(IsGroup)
        ? optimizers
        : throw new ArgumentException(
            $"{nameof(Optimizers)} must hold one optimizer per group, and no nested groups: expected at least one, got " +
            $"[{(optimizers.IsDefault ? "" : string.Join(", ", optimizers.Select(o => o?.Name ?? "none")))}].");

    // Inside a group, the indices of parameters would refer to other ones.
    static bool IsGroup(OptimizerSpec? spec) =>
        spec is not null and not Groups && (spec is not OptimizerWrapper wrapper || IsGroup(wrapper.Optimizer));

    static ImmutableArray<int> Known(ImmutableArray<int> members, ImmutableArray<OptimizerSpec> optimizers) =>
        members.IsDefault || members.All(m => m >= 0 && m < optimizers.Length)
            ? members
            : throw new ArgumentException(
                $"{nameof(Members)} must hold positions of optimizers: expected numbers from 0 to {optimizers.Length - 1}, got " +
                $"[{string.Join(", ", members)}].");

    static ImmutableArray<int> MembersOf(ParameterGroup[] groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        foreach (ParameterGroup group in groups)
            if (group.Parameters.Length != group.Parameters.Distinct().Count())
                throw new ArgumentException(
                    $"a group must name each of its parameters once: expected different positions, got [{string.Join(", ", group.Parameters)}].");
        int count = groups.Select(group => group.Parameters.Append(-1).Max()).Append(-1).Max() + 1;
        // A last group without parameters takes what no other names.
        int rest = groups.Length > 0 && groups[^1].Parameters.IsEmpty ? groups.Length - 1 : -1;
        return [.. Enumerable.Range(0, count).Select(parameter =>
        {
            int[] all = [.. Enumerable.Range(0, groups.Length).Where(group => groups[group].Parameters.Contains(parameter))];
            return all.Length == 1 ? all[0] : all.Length == 0 && rest >= 0 ? rest
                : throw new ArgumentException($"parameter {parameter} must be in one group: expected 1, got {all.Length}.");
        })];
    }
}
