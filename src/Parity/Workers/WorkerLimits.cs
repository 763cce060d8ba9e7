namespace ParityNet.Parity.Workers;

/// <summary>How long a worker may take, and how much it may write, before its case is given up.</summary>
public sealed record WorkerLimits
{
    /// <summary>The seconds from its start to its first line, in which it may load a framework; more than 0.</summary>
    public double StartSeconds { get; init => field = Require.Positive(value); } = 120;

    /// <summary>The seconds for one answer; more than 0.</summary>
    public double AnswerSeconds { get; init => field = Require.Positive(value); } = 30;

    /// <summary>The most bytes of a line; at least 1.</summary>
    public int LineBytes { get; init => field = Require.AtLeast(value, 1); } = 1 << 24;
}
