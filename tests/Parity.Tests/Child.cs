using System.Diagnostics;

namespace ParityNet.Parity.Tests;

/// <summary>Runs tests of this assembly in a process of their own, for what a process decides once.</summary>
static class Child
{
    public static (int Code, string Text) Run((string Name, string Value) variable, params string[] methods)
    {
        string host = Environment.ProcessPath!, assembly = typeof(Child).Assembly.Location;
        var start = new ProcessStartInfo(host) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(host) == "dotnet")
            start.ArgumentList.Add(assembly);
        foreach (string argument in (string[])["-noLogo", "-noColor", .. methods.SelectMany(method => (string[])["-method", $"*{method}*"])])
            start.ArgumentList.Add(argument);
        start.Environment[variable.Name] = variable.Value;
        using Process child = Process.Start(start)!;
        string text = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return (child.ExitCode, text);
    }
}
