/* reminder: when to nudge, and with which words. Uses journal. */
#pragma once

#include "coach-notifier.h"
#include "coach-reminder-config.h"
#include "coach-reminder-error.h"
#include "coach-reminder-hours.h"
#include "coach-reminder-state.h"
#include "coach-reminder-store.h"
#include "coach-reminder-words.h"
#include "coach-reminder.h"
