namespace ParityNet.Optimizers;

/// <summary>How Muon fits the learning rate to the shape of a matrix of A rows and B columns.</summary>
public enum MuonRate
{
    /// <summary><c>η·√max(1, A/B)</c>.</summary>
    Original,

    /// <summary><c>0.2η·√max(A, B)</c>, so that steps are about as long as AdamW's.</summary>
    [Option("match_rms_adamw")]
    MatchRmsAdamW,
}
