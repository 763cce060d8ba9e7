namespace ParityNet.Definitions.Problems;

/// <summary>The collection that a problem is from.</summary>
public enum ProblemFamily
{
    /// <summary>J. J. Moré, B. S. Garbow, K. E. Hillstrom, Testing unconstrained optimization software, 1981: sums of squares.</summary>
    MoreGarbowHillstrom,

    /// <summary>The NIST Statistical Reference Datasets for nonlinear regression, with certified values.</summary>
    Nist,

    /// <summary>W. Hock, K. Schittkowski, Test examples for nonlinear programming codes, 1981: constraints and bounds.</summary>
    HockSchittkowski,
}
