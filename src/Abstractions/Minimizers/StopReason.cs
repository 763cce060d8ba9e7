namespace ParityNet.Minimizers;

/// <summary>What ended a minimization.</summary>
public enum StopReason
{
    /// <summary>The gradient is small enough: the first-order condition holds. With bounds, the projected gradient.</summary>
    [Option("gradient_norm")]
    GradientNorm,

    /// <summary>With constraints: stationarity, feasibility and complementarity hold within the tolerance.</summary>
    [Option("kkt")]
    Kkt,

    /// <summary>The step is small enough.</summary>
    Step,

    /// <summary>The change of the value is small enough.</summary>
    Value,

    /// <summary>The maximum number of iterations is reached.</summary>
    Iterations,

    /// <summary>The maximum number of evaluations is reached.</summary>
    Evaluations,

    /// <summary>The caller ended it, for example after a given time.</summary>
    Cancelled,

    /// <summary>No step along the direction satisfies the line search, or no smaller value can be represented.</summary>
    [Option("no_decrease")]
    NoDecrease,

    /// <summary>Value or derivatives are not finite where they are needed.</summary>
    [Option("not_finite")]
    NotFinite,

    /// <summary>The value falls without end along a direction, or below −10²⁰: the problem has no minimum.</summary>
    Unbounded,

    /// <summary>No point satisfies the constraints near where the method ended: their violation has a minimum greater than 0.</summary>
    Infeasible,

    /// <summary>The derivatives of the constraints that are active are dependent, so that no multipliers exist.</summary>
    [Option("no_multipliers")]
    NoMultipliers,

    /// <summary>The value rises along the direction in which the gradient says that it falls: it is not the gradient of the value.</summary>
    [Option("wrong_gradient")]
    WrongGradient,
}
