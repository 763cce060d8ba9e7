namespace ParityNet.Cli.Training;

/// <summary>A column of words: each different one is a category.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">One word a row.</param>
sealed record WordColumn(string Name, string[] Values) : Column(Name);
