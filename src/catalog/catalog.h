/* catalog: what is known. Uses host alone. */
#pragma once

#include "coach-avoid-entry.h"
#include "coach-catalog.h"
#include "coach-catalog-error.h"
#include "coach-catalog-loader.h"
#include "coach-catalog-search.h"
#include "coach-condition.h"
#include "coach-dose.h"
#include "coach-json-text.h"
#include "coach-move.h"
#include "coach-movement.h"
#include "coach-routine.h"
#include "coach-rule.h"
#include "coach-side.h"
#include "coach-term.h"
#include "coach-trait.h"
