namespace ParityNet.Cli.Sweeps;

/// <summary>What Slurm is told about a job.</summary>
/// <param name="Account">The account that pays; empty for the usual one.</param>
/// <param name="Partition">The partition; empty for the usual one.</param>
/// <param name="Time">The limit of a part, as Slurm writes it; empty for that of the partition.</param>
/// <param name="Container">The image of a container, for clusters with the plugin pyxis; empty for none.</param>
/// <param name="Cores">The cores of a part.</param>
sealed record SlurmOptions(string Account, string Partition, string Time, string Container, int Cores);
