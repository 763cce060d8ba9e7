using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ParityNet.Optimizers;

/// <summary>
/// An optimizer around another. Learning rate, direction and state are those of the inner optimizer, plus at most one slot.
/// </summary>
public abstract record OptimizerWrapper : OptimizerSpec
{
    readonly OptimizerSlot? own;

    /// <summary>Builds a wrapper.</summary>
    /// <param name="optimizer">The inner optimizer.</param>
    /// <param name="own">The slot that the wrapper adds; null for none.</param>
    protected OptimizerWrapper(OptimizerSpec optimizer, OptimizerSlot? own = null)
    {
        this.own = own;
        Optimizer = optimizer;
    }

    /// <summary>The inner optimizer; it may be a wrapper itself.</summary>
    public OptimizerSpec Optimizer
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Optimizer));
            field = own is null || value.Slots.All(slot => slot.Name != own.Name)
                ? value
                : throw new ArgumentException(
                    $"{nameof(Optimizer)} must not have the slot that {Name} adds: expected no slot {own.Name}, got {value.Name} with one.");
        }
    }

    /// <inheritdoc/>
    public override double LearningRate
    {
        get => Optimizer.LearningRate;
        init => Optimizer = Optimizer with { LearningRate = value };
    }

    /// <inheritdoc/>
    public override double WeightDecay
    {
        get => Optimizer.WeightDecay;
        init => Optimizer = Optimizer with { WeightDecay = value };
    }

    /// <inheritdoc/>
    public override bool Maximize
    {
        get => Optimizer.Maximize;
        init => Optimizer = Optimizer with { Maximize = value };
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<OptimizerSlot> Slots => own is null ? Optimizer.Slots : [.. Optimizer.Slots, own];

    /// <inheritdoc/>
    public override string Memory => $"{Name}({Optimizer.Memory})";

    /// <inheritdoc/>
    public override bool IsElementwise => Optimizer.IsElementwise;

    /// <inheritdoc/>
    public override bool KeepsRate => Optimizer.KeepsRate;

    /// <inheritdoc/>
    public override bool Decays => base.Decays || Optimizer.Decays;

    /// <inheritdoc/>
    public override RateEffect RateEffect => Optimizer.RateEffect;

    /// <inheritdoc/>
    public sealed override int SmallestParameters => Optimizer.SmallestParameters;

    /// <inheritdoc/>
    public sealed override OptimizerSlot? SlotFor(OptimizerSlot slot, int parameter)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return slot.Name == own?.Name ? own : Optimizer.SlotFor(slot, parameter);
    }

    /// <inheritdoc/>
    public sealed override OptimizerSpec? Alone(int parameter) => null;

    /// <inheritdoc/>
    public sealed override int? RankOf(int parameter) => Optimizer.RankOf(parameter);

    /// <inheritdoc/>
    public sealed override double Multiplications(ReadOnlySpan<nint> parameter) => Optimizer.Multiplications(parameter);

    /// <inheritdoc/>
    public override double? ScalarAfter(string slot, long step) => Optimizer.ScalarAfter(slot, step);

    /// <inheritdoc/>
    protected internal override void CheckGradients<T>(IReadOnlyList<Tensor<T>> gradients) => Optimizer.CheckGradients(gradients);

    /// <inheritdoc/>
    protected internal override OptimizerSpec WithMomentum(double momentum) => this with { Optimizer = Optimizer.WithMomentum(momentum) };

    /// <inheritdoc/>
    protected internal override OptimizerSpec WithRates(Func<double, double> change) => this with { Optimizer = Optimizer.WithRates(change) };
}
