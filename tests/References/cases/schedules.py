"""Learning rates of schedules."""


SCHEDULES = {
    "step_lr": [({"step_size": 3}, 10), ({"step_size": 1, "gamma": 0.5}, 12), ({"step_size": 30, "gamma": 0.1}, 100),
                ({"step_size": 5, "gamma": 1.5}, 20), ({"step_size": 2, "gamma": 0.0}, 5)],
    "exponential_lr": [({"gamma": 0.9}, 60), ({"gamma": 0.1}, 12), ({"gamma": 1.0}, 5), ({"gamma": 1.05}, 20), ({"gamma": 0.0}, 3)],
    "linear_lr": [({}, 8), ({"start_factor": 0.1, "total_iters": 10}, 15), ({"start_factor": 1.0, "end_factor": 0.0, "total_iters": 7}, 10),
                  ({"start_factor": 0.5, "end_factor": 0.25, "total_iters": 4}, 9), ({"total_iters": 1}, 4)],
    "constant_lr": [({}, 8), ({"factor": 0.1, "total_iters": 3}, 6), ({"factor": 1.0}, 6), ({"factor": 0.3, "total_iters": 1}, 3)],
    "cosine_annealing_lr": [({"T_max": 10}, 35), ({"T_max": 7, "eta_min": 0.001}, 30), ({"T_max": 1}, 5), ({"T_max": 50, "eta_min": 0.05}, 110),
                            ({"T_max": 4, "eta_min": 0.5}, 12)],
}


def schedules():
    for name, rows in SCHEDULES.items():
        for lr in (0.1, 1.0, 0.003):
            for options, steps in rows[:5 if lr == 0.1 else 2]:
                made = {"op": "schedule", "name": name, "options": options, "lr": lr, "steps": steps}
                yield f"{name}: lr {lr}, {options}, {steps} steps", {key: value for key, value in made.items() if value != {}}
        yield f"{name}: no step", {"op": "schedule", "name": name, "options": rows[1][0], "lr": 0.1, "steps": 0}
