using System.CommandLine;
using ParityNet.Mutants;

var root = new Argument<string>("root") { Description = "The root of the repository." };
var copy = new Argument<string>("copy") { Description = "Where the mutated copy is written." };
var count = new Option<int>("--count") { Description = "About how many errors.", DefaultValueFactory = _ => 400 };
var seed = new Option<ulong>("--seed") { Description = "Which errors.", DefaultValueFactory = _ => 1 };
var suites = new Option<string[]>("--tests") { Description = "The test assemblies to ask about what the report misses, such as Native.Tests.", AllowMultipleArgumentsPerToken = true };
var page = new Argument<string>("page") { Description = "The page to write." };

var plant = new Command("plant", "Writes the copy, with every error behind a switch.") { root, copy, count, seed };
plant.SetAction(parsed =>
{
    string from = Path.GetFullPath(parsed.GetValue(root)!);
    IReadOnlyList<Site> sites = new Planting(from).Choose(parsed.GetValue(count), parsed.GetValue(seed));
    new Copy(Path.GetFullPath(parsed.GetValue(copy)!)).Write(from, sites);
    Console.WriteLine($"{sites.Count} errors in {sites.Select(site => site.Folder).Distinct().Count()} folders.");
});
var run = new Command("run", "Asks the default report about every error of a built copy; goes on where it was stopped.") { copy, suites };
run.SetAction(parsed => new Run(new(Path.GetFullPath(parsed.GetValue(copy)!)), parsed.GetValue(suites) ?? []).All());
var write = new Command("page", "Writes the page of what is known.") { copy, page };
write.SetAction(parsed => File.WriteAllText(parsed.GetValue(page)!, Page.Of(new(Path.GetFullPath(parsed.GetValue(copy)!)), TimeProvider.System.GetLocalNow().Date)));
var trial = new Command("trial", "Answers the questions of a run.") { Hidden = true };
trial.SetAction(_ => Run.Answer());
return new RootCommand("Plants errors and asks who notices them.") { plant, run, write, trial }.Parse(args).Invoke();
