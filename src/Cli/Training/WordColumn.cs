namespace ParityNet.Cli.Training;

/// <summary>A column of words, of which each distinct one is a category.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">One word per row.</param>
sealed record WordColumn(string Name, string[] Values) : Column(Name);
