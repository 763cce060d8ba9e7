using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Proving;

/// <summary>What came of holding your mathematics against the definition and a reference.</summary>
/// <param name="Subject">What was proved, as C#.</param>
/// <param name="ElementType"><c>float32</c> or <c>float64</c>.</param>
/// <param name="Holds">Whether every element of every case lies inside its bounds.</param>
/// <param name="Cases">Cases that were tried.</param>
/// <param name="Elements">Elements that were judged.</param>
/// <param name="Verdict">The outcome in words, with the shrunk counter-example where there is one.</param>
/// <param name="CounterExample">The shrunk case that breaks it; null where it holds.</param>
public sealed record Proof(
    string Subject, string ElementType, bool Holds, int Cases, long Elements, string Verdict, Case? CounterExample = null)
{
    /// <summary>Throws the verdict where the proof is broken: one line makes it a test.</summary>
    /// <exception cref="ProofException">The proof is broken; the message holds the counter-example.</exception>
    public void ThrowIfBroken()
    {
        if (!Holds)
            throw new ProofException(Verdict);
    }

    /// <summary>The verdict.</summary>
    /// <returns>The outcome in words.</returns>
    public override string ToString() => Verdict;
}
