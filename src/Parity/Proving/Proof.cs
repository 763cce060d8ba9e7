using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Proving;

/// <summary>The result of checking a user's implementation against the definition and a reference.</summary>
/// <param name="Subject">The spec that was checked, as C#.</param>
/// <param name="ElementType"><c>float32</c> or <c>float64</c>.</param>
/// <param name="Holds">Whether every element of every case lies inside its enclosure.</param>
/// <param name="Cases">The number of cases tried.</param>
/// <param name="Elements">The number of elements judged.</param>
/// <param name="Verdict">The result in words, with the shrunk counterexample where there is one.</param>
/// <param name="CounterExample">The shrunk counterexample; null where the proof holds.</param>
public sealed record Proof(
    string Subject, string ElementType, bool Holds, int Cases, long Elements, string Verdict, Case? CounterExample = null)
{
    /// <summary>Throws where the proof is broken, which makes it a one-line test.</summary>
    /// <exception cref="ProofException">The proof is broken; the message contains the counterexample.</exception>
    public void ThrowIfBroken()
    {
        if (!Holds)
            throw new ProofException(Verdict);
    }

    /// <summary>The verdict.</summary>
    /// <returns>The result in words.</returns>
    public override string ToString() => Verdict;
}
