/* safety: the person's limits, and the verdict on each move. Uses catalog. */
#pragma once

#include "coach-activity-advice.h"
#include "coach-day.h"
#include "coach-hurts.h"
#include "coach-left-out.h"
#include "coach-order.h"
#include "coach-pack-state.h"
#include "coach-pack.h"
#include "coach-pain.h"
#include "coach-profile.h"
#include "coach-recovery.h"
#include "coach-screening-asking.h"
#include "coach-screening-decision.h"
#include "coach-screening-record.h"
#include "coach-trend.h"
#include "coach-verdict.h"
