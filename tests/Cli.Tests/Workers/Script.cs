using System.Diagnostics;

namespace ParityNet.Cli.Tests.Workers;

/// <summary>A worker in Python or JavaScript, written into a folder of its own beside the kit of its language.</summary>
sealed class Script : IDisposable
{
    readonly TemporaryFolder folder = new();

    Script(string language, string text, string file, string kit)
    {
        Assert.SkipUnless(IsThere(language), $"{language} must be installed.");
        File.Copy(Repository.Path(kit.Split('/')), System.IO.Path.Combine(folder.Path, System.IO.Path.GetFileName(kit)));
        Path = folder.File(file, text);
        Command = $"{language} \"{Path}\"";
    }

    public string Path { get; }

    /// <summary>The command that starts it.</summary>
    public string Command { get; }

    /// <summary>A worker by the kit.</summary>
    public static Script Python(string text) =>
        new("python3", $"from paritynet_worker import serve\n{text}", "mine.py", "workers/python/paritynet_worker.py");

    /// <summary>A worker by the kit.</summary>
    public static Script Node(string text) =>
        new("node", $"import {{ serve }} from './paritynet-worker.mjs';\n{text}", "mine.mjs", "workers/javascript/paritynet-worker.mjs");

    /// <summary>
    /// A worker without the kit that computes mse_loss without gradients. What it does with each request, of which k is the number, is the text.
    /// </summary>
    public static Script Bare(string text) => new("python3", $$$"""
        import json, math, sys, time
        def say(x):
            sys.stdout.write((x if isinstance(x, str) else json.dumps(x)) + "\n")
            sys.stdout.flush()
        def right(q):
            words = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
            x, y = ([words.get(n, n) for n in q["inputs"][name]["data"]] for name in ("input", "target"))
            total = sum((a - b) ** 2 if abs(a - b) < 1e150 or a != a or b != b else math.inf for a, b in zip(x, y)) / (len(x) or math.nan)
            return {"id": q["id"], "value": {"shape": [], "data": ["NaN" if total != total else "Infinity" if total == math.inf else total]}}
        k = 0
        for line in sys.stdin:
            q = json.loads(line)
            if q["op"] == "start":
                say({"protocol": 1, "name": "bad", "language": "python", "version": "1", "ops": [
                    {"op": "loss", "name": "mse_loss", "dtypes": ["float64"], "options": [], "inputs": ["input", "target"], "cotangent": False, "broadcast": False}]})
                continue
            if q["op"] == "stop":
                break
            k += 1
        {{{string.Join('\n', text.Split('\n').Select(line => "    " + line))}}}
        """, "bare.py", "workers/python/paritynet_worker.py");

    /// <summary>Any program in Python.</summary>
    public static Script Plain(string text) => new("python3", text, "plain.py", "workers/python/paritynet_worker.py");

    public void Dispose() => folder.Dispose();

    static bool IsThere(string program)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
