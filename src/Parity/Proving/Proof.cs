using ParityNet.Parity.Cases;
using ParityNet.Parity.Diagnosis;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Proving;

/// <summary>The result of checking a user's implementation against the definition and a reference.</summary>
/// <param name="Subject">The spec that was checked, as C#.</param>
/// <param name="ElementType"><c>float32</c> or <c>float64</c>.</param>
/// <param name="Failure">What kind of difference was found.</param>
/// <param name="Cases">The number of cases tried.</param>
/// <param name="Elements">The number of elements judged.</param>
/// <param name="Verdict">The result in words, with the mistake by name and a shrunk counterexample where there is one.</param>
/// <param name="CounterExample">The shrunk counterexample; null where the proof holds.</param>
public sealed record Proof(
    string Subject, string ElementType, ProofFailure Failure, int Cases, long Elements, string Verdict, Case? CounterExample = null)
{
    /// <summary>Whether every element of every case lies inside its enclosure.</summary>
    public bool Holds => Failure == ProofFailure.None;

    /// <summary>The mistake that explains the wrong answers; null where no formula differs.</summary>
    public Explanation? Explanation { get; init; }

    /// <summary>The first exception that the implementation threw, with its type and stack; null for none.</summary>
    public Exception? Problem { get; init; }

    /// <summary>The counts of wrong elements by output: <c>value</c>, <c>grads.input</c>, <c>params</c>, <c>state.exp_avg</c>.</summary>
    public IReadOnlyList<OutputCount> Outputs { get; init; } = [];

    /// <summary>What sets the special inputs apart on which answers are wrong: <c>NaN</c>, <c>±∞</c>; empty where none are.</summary>
    public IReadOnlyList<string> Special { get; init; } = [];

    /// <summary>What leaves the domain of an argument because of the ranges that the proof was given; empty where nothing does.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The first element of the counterexample that is outside; null where none is.</summary>
    internal Finding? Outside { get; init; }

    /// <summary>Throws where the proof is broken, which makes it a one-line test.</summary>
    /// <exception cref="ProofException">The proof is broken; the message contains the counterexample.</exception>
    public void ThrowIfBroken()
    {
        if (!Holds)
            throw Problem is null ? new ProofException(Verdict) : new ProofException(Verdict, Problem);
    }

    /// <summary>The verdict.</summary>
    /// <returns>The result in words.</returns>
    public override string ToString() => Verdict;
}
