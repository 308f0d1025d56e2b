/* session: the plan of steps, the clockwork that runs it, the report it leaves. Uses safety. */
#pragma once

#include "coach-choice.h"
#include "coach-cue.h"
#include "coach-pack-timer.h"
#include "coach-plan.h"
#include "coach-plan-outlook.h"
#include "coach-session.h"
#include "coach-session-report.h"
#include "coach-session-state.h"
