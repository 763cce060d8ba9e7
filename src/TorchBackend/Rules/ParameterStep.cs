namespace ParityNet.Torch.Rules;

/// <summary>One parameter during a step: the inputs of the rule, and the slots that it replaces.</summary>
/// <param name="spec">The optimizer.</param>
/// <param name="parameter">The parameter before the step.</param>
/// <param name="gradient">Its gradient, as the caller gave it.</param>
/// <param name="slots">The slots before the step.</param>
/// <param name="number">The number of this step, from 1.</param>
/// <param name="rate">The learning rate of this step.</param>
sealed class ParameterStep(
    OptimizerSpec spec, Tensor parameter, Tensor gradient, Dictionary<string, Tensor> slots, long number, double rate)
{
    public Tensor Parameter => parameter;

    /// <summary>The gradient to descend along: negated first for <c>maximize</c>.</summary>
    public Tensor Gradient { get; } = spec.Maximize ? gradient.neg() : gradient;

    /// <summary>The gradient plus coupled weight decay.</summary>
    public Tensor DecayedGradient => spec.WeightDecay != 0 && !spec.DecouplesDecay ? Gradient.add(parameter, Held(spec.WeightDecay)) : Gradient;

    /// <summary>The parameter to step from, after decoupled weight decay.</summary>
    public Tensor KeptParameter =>
        spec.WeightDecay != 0 && spec.DecouplesDecay ? parameter.mul(Held(1 - spec.DecayTimes(rate) * spec.WeightDecay)) : parameter;

    public long Number => number;

    public double Rate => rate;

    /// <summary>The bias correction of a running mean that started at 0: <c>1 − βᵗ</c>.</summary>
    public double Correction(double beta) => 1 - Math.Pow(beta, number);

    /// <summary>The gradient as the caller gave it.</summary>
    public Tensor Given => gradient;

    /// <summary>The same step for an inner optimizer; the slots are shared.</summary>
    public ParameterStep For(OptimizerSpec inner, Tensor? point = null, Tensor? derivative = null, long? at = null, double? pace = null) =>
        new(inner, point ?? parameter, derivative ?? gradient, slots, at ?? number, pace ?? rate);

    /// <summary>A scalar slot, for computations on the host.</summary>
    public double Scalar(string slot) => Wide(slots[slot]);

    public static double Wide(Tensor number) => number.to_type(torch.ScalarType.Float64).item<double>();

    public Tensor this[string slot]
    {
        get => slots[slot];
        set => slots[slot] = value;
    }
}

/// <summary>The parameter after the step. A rule replaces slots and never modifies tensors.</summary>
delegate Tensor Rule(ParameterStep step);
