using System.Numerics;

namespace ParityNet.Minimizers;

/// <summary>A minimizer: the method that finds a minimum of a function of several variables.</summary>
public abstract record MinimizerSpec : OpSpec
{
    readonly int maxIterations;
    readonly int? maxEvaluations;

    /// <summary>Builds a minimizer.</summary>
    /// <param name="maxIterations">The maximum number of steps; at least 0.</param>
    /// <param name="maxEvaluations">The number of evaluations of the value after which it stops; at least 1, null for no limit.</param>
    protected MinimizerSpec(int maxIterations, int? maxEvaluations)
    {
        this.maxIterations = Require.AtLeast(maxIterations, 0, nameof(MaxIterations));
        this.maxEvaluations = AtLeast1(maxEvaluations, nameof(MaxEvaluations));
    }

    /// <summary>The maximum number of steps; at least 0.</summary>
    [Option("max_iter")]
    public int MaxIterations
    {
        get => maxIterations;
        init => maxIterations = Require.AtLeast(value, 0);
    }

    /// <summary>The number of evaluations of the value after which it stops, tested between steps; at least 1, null for no limit.</summary>
    [Option("max_eval")]
    public int? MaxEvaluations
    {
        get => maxEvaluations;
        init => maxEvaluations = AtLeast1(value, nameof(MaxEvaluations));
    }

    /// <summary>The number of evaluations of the value after which a run stops; null for no limit.</summary>
    public virtual int? EvaluationLimit => MaxEvaluations;

    /// <summary>What the method needs beside the value.</summary>
    public abstract MinimizerNeeds Needs { get; }

    /// <summary>
    /// Requires an objective and a start that the method can take; every backend calls it first, so that all reject the same arguments.
    /// </summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="objective">The objective.</param>
    /// <param name="start">The starting point.</param>
    /// <returns>A copy of the starting point.</returns>
    /// <exception cref="ArgumentException">They do not fit the method or each other.</exception>
    public T[] Check<T>(Objective<T> objective, IReadOnlyList<T> start) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(start);
        if (start.Count == 0 || (objective.Variables ?? start.Count) != start.Count)
            throw new ArgumentException(
                $"start must hold one number per variable: expected {objective.Variables?.ToString() ?? "at least 1"}, got {start.Count}.");
        if (start.Index().FirstOrDefault(at => !T.IsFinite(at.Item), (-1, default)) is { Item1: >= 0 } wrong)
            throw new ArgumentException(FormattableString.Invariant(
                $"start must hold finite numbers: expected a finite number at {wrong.Item1}, got {wrong.Item2}."));
        if (Needs.HasFlag(MinimizerNeeds.Residuals) && objective.Residuals is null)
            throw new ArgumentException(
                $"{Name} must be given residuals: expected an objective that is a sum of squares, got one without residuals.");
        if (!Needs.HasFlag(MinimizerNeeds.Bounds) && objective.Bounds is not null)
            throw new ArgumentException(
                $"{Name} must be given an objective without bounds: expected a method such as lbfgsb for bounds, got {Name}.");
        if (!Needs.HasFlag(MinimizerNeeds.Constraints) && (objective.Inequalities ?? objective.Equalities) is not null)
            throw new ArgumentException(
                $"{Name} must be given an objective without constraints: expected a method such as interior_point for them, got {Name}.");
        objective.Bounds?.Check(start.Count);
        return [.. start];
    }

    static int? AtLeast1(int? value, string name) => value is { } given ? Require.AtLeast(given, 1, name) : null;
}
