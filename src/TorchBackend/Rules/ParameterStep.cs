namespace ParityNet.Torch.Rules;

/// <summary>One parameter in the middle of a step: what the rule reads, and the slots that it writes.</summary>
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

    /// <summary>The gradient to descend along: negated for a climb, before anything else.</summary>
    public Tensor Gradient { get; } = spec.Maximize ? gradient.neg() : gradient;

    /// <summary>The gradient with coupled weight decay in it.</summary>
    public Tensor DecayedGradient => spec.WeightDecay != 0 && !spec.DecouplesDecay ? Gradient.add(parameter, Held(spec.WeightDecay)) : Gradient;

    /// <summary>The parameter to step from, after decay that is apart from the gradient.</summary>
    public Tensor KeptParameter => spec.WeightDecay != 0 && spec.DecouplesDecay ? parameter.mul(Held(1 - rate * spec.WeightDecay)) : parameter;

    public long Number => number;

    public double Rate => rate;

    /// <summary>The weight of all gradients so far in a running mean that started at 0: <c>1 − βᵗ</c>.</summary>
    public double Correction(double beta) => 1 - Math.Pow(beta, number);

    /// <summary>The gradient as the caller gave it.</summary>
    public Tensor Given => gradient;

    /// <summary>The same step for an optimizer inside another; the slots are shared.</summary>
    public ParameterStep For(OptimizerSpec inner, Tensor? point = null, Tensor? derivative = null, long? at = null, double? pace = null) =>
        new(inner, point ?? parameter, derivative ?? gradient, slots, at ?? number, pace ?? rate);

    /// <summary>A slot of one number, for what is computed of it on the host.</summary>
    public double Scalar(string slot) => Wide(slots[slot]);

    public static double Wide(Tensor number) => number.to_type(torch.ScalarType.Float64).item<double>();

    public Tensor this[string slot]
    {
        get => slots[slot];
        set => slots[slot] = value;
    }
}

/// <summary>The parameter after the step. Slots are replaced in the step, tensors never changed.</summary>
delegate Tensor Rule(ParameterStep step);
