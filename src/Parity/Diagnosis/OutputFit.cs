namespace ParityNet.Parity.Diagnosis;

/// <summary>How well a hypothesis fits the answers of one output, such as the value, a gradient or a slot.</summary>
sealed class OutputFit
{
    /// <summary>Elements on which the hypothesis and the right formula differ by more than rounding, and the answer is the hypothesis's.</summary>
    public int Agreeing { get; private set; }

    /// <summary>Elements whose answer the hypothesis does not give.</summary>
    public int Contradicting { get; private set; }

    /// <summary>The smallest observation on which the answer is the hypothesis's and not the right one.</summary>
    public Observation? Telling { get; private set; }

    /// <summary>Counts an element.</summary>
    public void Add(Fitness fitness, Observation observation)
    {
        Contradicting += fitness == Fitness.Contradicts ? 1 : 0;
        if (fitness != Fitness.Agrees)
            return;
        Agreeing++;
        if (Telling is null || observation.Findings.Length < Telling.Findings.Length)
            Telling = observation;
    }
}
