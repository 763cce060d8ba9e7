namespace ParityNet.Reports.Frameworks;

/// <summary>A framework that is compared with the definitions, as a worker.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="Family">What counts as one source, however many interfaces it has: two of a family are one witness.</param>
/// <param name="Command">The command that starts its worker, and installs what it needs where it may.</param>
/// <param name="What">What of it is called.</param>
sealed record Framework(string Name, string Family, string Command, string What);
