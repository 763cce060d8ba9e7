using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Parity;
using ParityNet.Parity.Proving;
using ParityNet.Parity.Workers;

namespace ParityNet.Cli.Commands;

/// <summary><c>prove</c>: proves one op of an implementation in any language.</summary>
static class ProveCommand
{
    const int Cases = 1000;

    public static Command Create(Terminal terminal)
    {
        var op = new Argument<string>("op") { Description = "The op, by PyTorch's name; list has all." };
        Option<string?> worker = new("--worker")
        {
            Description = "The command that starts your program, such as \"python3 mine.py\"; docs/workers.md says how it answers.",
            HelpName = "command",
            Required = true,
        };
        Option<string?> spec = new("--options")
        {
            Description = "The op's options as JSON; by default all that your program takes are tried.",
            HelpName = "json",
        };
        Option<string[]?> types = Values.List("--dtype", "types", "The element types, separated by commas; by default those that your program has.");
        Option<string?> against = new("--against") { Description = "A backend to compare with besides: native or torch.", HelpName = "name" };
        Option<int> cases = Values.Whole("--cases", "The number of cases per element type.", Cases, 1);
        Option<ulong> seed = Values.Whole("--seed", "The seed of the cases.", 1UL, 0UL);
        var limits = new LimitOptions();
        Option<bool> json = Values.Flag("--json", "Write JSON instead of text.");
        var command = new Command("prove",
            "Proves an implementation in any language: every value, gradient and state inside the bounds of the definition.")
        {
            op, worker, spec, types, against, cases, seed, json,
        };
        limits.AddTo(command);
        command.SetAction(parsed =>
        {
            OpEntry entry = Catalog.Find(parsed.GetRequiredValue(op));
            OpSpec? options = parsed.GetValue(spec) is { } text ? Backends.Spec(entry, text) : null;
            var proof = new ProofOptions
            {
                Cases = parsed.GetValue(cases),
                Seed = parsed.GetValue(seed),
                Against = parsed.GetValue(against) is { } name ? Backends.Get(name) : null,
            };
            using WorkerBackend mine = WorkerBackend.Start(parsed.GetValue(worker) ?? "", limits.Read(parsed));
            return Run(mine, entry, options, proof, parsed.GetValue(types), parsed.GetValue(json), terminal);
        });
        return command;
    }

    static int Run(
        WorkerBackend mine, OpEntry entry, OpSpec? spec, ProofOptions options, string[]? types, bool json, Terminal terminal)
    {
        WorkerOp op = mine.Ops.FirstOrDefault(op => op.Entry == entry) ?? throw new UsageException(
            $"the worker must have the op: expected one of {string.Join(", ", mine.Ops.Select(op => op.Name))}, got {entry.Name}.");
        string[] wanted = types is { Length: > 0 } ? types : [.. op.ElementTypes];
        if (wanted.FirstOrDefault(type => !op.ElementTypes.Contains(type)) is { } absent)
            throw new UsageException(
                $"--dtype must be one that the worker has for {entry.Name}: expected {string.Join(" or ", op.ElementTypes)}, got {Echo.Of(absent)}.");
        if (spec is not null && op.Lacks(spec) is { } option)
            throw new UsageException($"--options must be ones that the worker takes: expected {string.Join(", ", op.Options ?? [])}, got {option}.");
        if (entry.Kind == OpKind.Schedule)
            wanted = wanted[..1];
        Proof[] proofs = [.. wanted.Distinct().Select(type => WorkerProof.Of(mine, entry, spec, options, type == "float64"))];
        ImmutableArray<string> remarks = [.. WorkerProof.Remarks(mine, entry)];
        bool isEmpty = proofs.All(proof => proof.Holds && proof.Elements == 0);
        if (json)
            terminal.Output.Write(Json(proofs, remarks));
        else
        {
            foreach (Proof proof in proofs)
            {
                terminal.WriteLine(proof.Verdict);
                if (proof.CounterExample is { } shown)
                    terminal.WriteLine($"As a request: {shown.Request()}");
            }
            foreach (string remark in remarks)
                terminal.WriteLine(remark);
        }
        if (isEmpty)
            throw new UsageException($"the worker must answer some case: expected at least one, got none. {string.Join(' ', remarks)}");
        return proofs.All(proof => proof.Holds) ? ExitCode.Done : ExitCode.Disagreement;
    }

    static string Json(IEnumerable<Proof> proofs, ImmutableArray<string> remarks) => JsonSerializer.Serialize(
        new
        {
            proofs = proofs.Select(proof => new
            {
                subject = proof.Subject,
                dtype = proof.ElementType,
                holds = proof.Holds,
                cases = proof.Cases,
                elements = proof.Elements,
                verdict = proof.Verdict,
                counterExample = proof.CounterExample?.Request(),
            }),
            remarks,
        }, Readable) + "\n";

    static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
